"""Takes in the files that visitors send: in memory, and of a file that is too large only the beginning."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

BEWAARD = 512 * 1024  # more than any form allows


class BeginHandler(FileUploadHandler):
    """Keeps no more than BEWAARD of a file, so that nobody fills disk or memory.

    The form gets the size that was sent, refuses the file by that and keeps what else was filled in.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.begin = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.begin.write(raw_data[: max(0, BEWAARD - start)])

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self.begin.seek(0)
        return InMemoryUploadedFile(
            self.begin, self.field_name, self.file_name, self.content_type, file_size, self.charset
        )
