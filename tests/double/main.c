/* SPDX-License-Identifier: MIT */
/*
 * model_double [SCRIPT] [--log FILE] [--unix PATH | --refuse] [-- COMMAND [ARG]...]
 *
 * Listens on a free port of 127.0.0.1 (or on the socket at PATH; with --refuse nobody listens there),
 * prints the address on a line of its own and ends when its standard input does. With a COMMAND it prints
 * nothing, runs it with the address in OLLAMA_HOST, and ends as it ends.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "double/double.h"
#include "double/script.h"
#include "double/wire.h"

static json_t *script;
static int log_fd = -1, connections, requests;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int64_t born_ms;

static int64_t monotonic_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t now_ms(void)
{
	return monotonic_ms() - born_ms;
}

__attribute__((noreturn)) static void die(const char *what)
{
	fprintf(stderr, "model_double: %s: %s\n", what, strerror(errno));
	exit(2);
}

static int next(int *counter)
{
	pthread_mutex_lock(&lock);
	int n = ++*counter;
	pthread_mutex_unlock(&lock);
	return n;
}

static void log_begin(struct exchange *x)
{
	x->log = json_object();
	json_object_set_new(x->log, "number", json_integer(x->number));
	json_object_set_new(x->log, "connection", json_integer(x->connection));
	json_object_set_new(x->log, "at_ms", json_integer(x->began_ms));
	json_object_set_new(x->log, "method", json_string(x->method));
	json_object_set_new(x->log, "path", json_string(x->path));
	json_object_set(x->log, "headers", x->headers);
	if (x->json != NULL)
		json_object_set(x->log, "body", x->json);
	else
		json_object_set_new(x->log, "body", json_string(x->body));
	json_object_set_new(x->log, "closed_ms", json_null());
}

static void log_end(struct exchange *x)
{
	json_object_set_new(x->log, "ended_ms", json_integer(now_ms()));
	char *text = json_dumps(x->log, JSON_COMPACT);
	if (log_fd >= 0 && text != NULL) {
		struct buf line;
		buf_init(&line, BODY_MAX);
		buf_puts(&line, text);
		buf_putc(&line, '\n');
		/* One write, so that lines of several connections stay whole. */
		if (write(log_fd, line.data, line.len) < 0)
			die("log");
		buf_done(&line);
	}
	free(text);
}

static bool exchange(int fd, int connection, struct buf *ahead)
{
	struct exchange x = { .fd = fd, .connection = connection, .script = script };
	bool keep = false;
	buf_init(&x.pending, BODY_MAX);
	if (wire_read(&x, ahead)) {
		x.number = next(&requests);
		x.json = json_loadb(x.body, x.body_len, JSON_DISABLE_EOF_CHECK, NULL);
		if (!json_is_object(x.json)) {
			json_decref(x.json);
			x.json = NULL;
		}
		log_begin(&x);
		serve(&x);
		log_end(&x);
		keep = x.keep && !x.gone;
	}
	json_decref(x.headers);
	json_decref(x.json);
	json_decref(x.log);
	buf_done(&x.pending);
	free(x.body);
	return keep;
}

static void *converse(void *arg)
{
	int fd = (int)(intptr_t)arg, on = 1, connection = next(&connections);
	struct buf ahead;
	buf_init(&ahead, BODY_MAX);
	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
	while (exchange(fd, connection, &ahead))
		;
	buf_done(&ahead);
	close(fd);
	return NULL;
}

static void *listen_on(void *arg)
{
	int listener = (int)(intptr_t)arg;
	for (;;) {
		int fd = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
		pthread_t thread;
		if (fd >= 0 && pthread_create(&thread, NULL, converse, (void *)(intptr_t)fd) == 0)
			pthread_detach(thread);
	}
	return NULL;
}

static int open_unix(const char *path, char *url, size_t size)
{
	struct sockaddr_un name = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	snprintf(name.sun_path, sizeof(name.sun_path), "%s", path);
	unlink(path);
	if (fd < 0 || bind(fd, (struct sockaddr *)&name, sizeof(name)) != 0)
		die(path);
	snprintf(url, size, "unix://%s%s", path[0] == '/' ? "" : "/", path);
	return fd;
}

static int open_port(char *url, size_t size)
{
	struct sockaddr_in name = { .sin_family = AF_INET };
	socklen_t len = sizeof(name);
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (fd < 0 || bind(fd, (struct sockaddr *)&name, sizeof(name)) != 0 ||
	    getsockname(fd, (struct sockaddr *)&name, &len) != 0)
		die("port");
	snprintf(url, size, "http://127.0.0.1:%d", ntohs(name.sin_port));
	return fd;
}

static int run(char **command, const char *url)
{
	int status = 0;
	pid_t child = fork();
	if (child == 0) {
		setenv("OLLAMA_HOST", url, 1);
		execvp(command[0], command);
		die(command[0]);
	}
	if (child < 0 || waitpid(child, &status, 0) < 0)
		die("fork");
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static void wait_for_stdin(void)
{
	char bytes[256];
	ssize_t n;
	do {
		n = read(STDIN_FILENO, bytes, sizeof(bytes));
	} while (n > 0 || (n < 0 && errno == EINTR));
}

int main(int argc, char **argv)
{
	const char *path = NULL, *log_path = NULL, *socket_path = NULL;
	bool refuse = false;
	char url[256];
	pthread_t thread;
	int i = 1;
	for (; i < argc && strcmp(argv[i], "--") != 0; i++) {
		if (strcmp(argv[i], "--log") == 0 && i + 1 < argc)
			log_path = argv[++i];
		else if (strcmp(argv[i], "--unix") == 0 && i + 1 < argc)
			socket_path = argv[++i];
		else if (strcmp(argv[i], "--refuse") == 0)
			refuse = true;
		else
			path = argv[i];
	}
	born_ms = monotonic_ms();
	script = script_load(path);
	if (log_path != NULL) {
		log_fd = open(log_path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
		if (log_fd < 0)
			die(log_path);
	}
	int listener = socket_path != NULL ? open_unix(socket_path, url, sizeof(url))
					   : open_port(url, sizeof(url));
	if (!refuse && listen(listener, 64) != 0)
		die("listen");
	if (!refuse && pthread_create(&thread, NULL, listen_on, (void *)(intptr_t)listener) != 0)
		die("thread");
	if (i + 1 < argc)
		return run(argv + i + 1, url);
	printf("%s\n", url);
	fflush(stdout);
	wait_for_stdin();
	return 0;
}
