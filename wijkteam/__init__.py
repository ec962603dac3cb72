"""The project around the app: settings, the root of the URLs and the WSGI entry."""
