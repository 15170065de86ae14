using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.ExceptionServices;
using System.Text;

namespace WhatsApp.Client;

/// <summary>The form of an upload, with <c>messaging_product</c> before the file. The file is read while it is sent.</summary>
internal sealed class MediaBody : HttpContent
{
    private const int BufferBytes = 64 * 1024;
    private readonly MediaUpload _upload;
    private readonly byte[] _head;
    private readonly byte[] _tail;
    private readonly long? _start;
    private readonly long? _length;
    private readonly long? _maxBytes;

    public MediaBody(MediaUpload upload, MediaTypeHeaderValue type)
    {
        _upload = upload;
        if (upload.Content.CanSeek)
        {
            _start = upload.Content.Position;
            _length = upload.Content.Length - _start;
        }

        if (upload.Validate)
        {
            var max = MediaLimits.MaxBytes(type) ?? throw MediaLimits.TypeNotTaken(upload.MimeType);
            if (_length <= 0)
                throw MediaLimits.Empty(upload.MimeType, max);
            if (_length > max)
                throw MediaLimits.TooLarge(upload.MimeType, max, _length);
            _maxBytes = max;
        }

        var boundary = $"media-{Guid.NewGuid():N}";
        _head = Encoding.UTF8.GetBytes(Head(boundary, type));
        _tail = Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n");
        Headers.ContentType = new MediaTypeHeaderValue("multipart/form-data") { Parameters = { new NameValueHeaderValue("boundary", boundary) } };
    }

    /// <summary>Whether a handler asked for the body: until then nothing can have been sent.</summary>
    public bool WasAskedFor { get; private set; }

    /// <summary>Called at each step forward.</summary>
    public Action Progress { get; set; } = static () => { };

    /// <summary>What the file, not the network, did wrong.</summary>
    public ExceptionDispatchInfo? Failure { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (WasAskedFor)
            Rewind();
        WasAskedFor = true;
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            await stream.WriteAsync(_head, cancellationToken).ConfigureAwait(false);
            var sent = 0L;
            while (await ReadAsync(buffer, sent, cancellationToken).ConfigureAwait(false) is var count && count > 0)
            {
                sent += count;
                await stream.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                Progress();
            }

            await stream.WriteAsync(_tail, cancellationToken).ConfigureAwait(false);
            Progress();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _head.Length + (_length ?? 0) + _tail.Length;
        return _length is not null;
    }

    private async Task<int> ReadAsync(byte[] buffer, long sent, CancellationToken cancellationToken)
    {
        try
        {
            var wanted = (int)Math.Min(buffer.Length, _length - sent ?? buffer.Length);
            var count = wanted == 0 ? 0 : await _upload.Content.ReadAsync(buffer.AsMemory(0, wanted), cancellationToken).ConfigureAwait(false);
            if (sent + count > _maxBytes)
                throw MediaLimits.TooLarge(_upload.MimeType, _maxBytes.Value, actualBytes: null);
            if (count == 0 && sent == 0 && _maxBytes is { } max)
                throw MediaLimits.Empty(_upload.MimeType, max);
            if (count == 0 && sent < _length)
                throw new EndOfStreamException("The file became shorter while it was sent.");
            return count;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Failure = ExceptionDispatchInfo.Capture(exception);
            throw;
        }
    }

    private void Rewind()
    {
        if (_start is not { } start)
            throw new InvalidOperationException("A stream that cannot seek cannot be sent twice.");
        _upload.Content.Position = start;
    }

    private string Head(string boundary, MediaTypeHeaderValue type)
    {
        var head = new StringBuilder();
        Field("messaging_product", "whatsapp");
        Field("type", type.ToString());
        if (_upload.TimeToLive is { } keep)
            Field("ttl_minutes", ((int)keep.TotalMinutes).ToString(CultureInfo.InvariantCulture));
        var name = _upload.FileName.Replace("\"", "%22", StringComparison.Ordinal);
        head.Append(CultureInfo.InvariantCulture, $"--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: {type}\r\n\r\n");
        return head.ToString();

        void Field(string field, string value) =>
            head.Append(CultureInfo.InvariantCulture, $"--{boundary}\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
    }
}
