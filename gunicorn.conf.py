"""How gunicorn serves the site; it reads this file by itself when started in this folder."""

from pathlib import Path

from environs import Env

env = Env()
env.read_env(Path(__file__).with_name(".env"), recurse=False)

host = env.str("HOST", "127.0.0.1")
bind = f"{host}:{env.int('PORT', 8000)}"
if not env.bool("HTTPS", True) and host not in ("127.0.0.1", "localhost", "::1", "[::1]"):
    raise SystemExit("HTTPS=0 is for this computer only: set HOST=127.0.0.1, or set HTTPS=1 and ALLOWED_HOSTS.")

workers = env.int("WEB_CONCURRENCY", 2)
threads = 4  # who waits for the database holds up no other
timeout = 60
max_requests = 1000  # memory that grew slowly is given back: start each worker afresh now and then
max_requests_jitter = 200
preload_app = True  # a mistake in the settings is told once, and the workers share memory
control_socket_disable = True
