"""From HTML to an accessible, archivable PDF."""
