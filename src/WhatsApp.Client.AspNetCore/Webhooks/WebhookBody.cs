using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace WhatsApp.Client.AspNetCore;

/// <summary>The exact bytes of a request's body, in pooled memory until disposed.</summary>
internal sealed class WebhookBody : IDisposable
{
    private byte[] _bytes;
    private int _count;

    private WebhookBody(int capacity) => _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _count);

    /// <summary>Reads the body, or gives null as soon as it is known to be larger than allowed, whatever its header says.</summary>
    public static async ValueTask<WebhookBody?> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
            return null;
        var body = new WebhookBody((int)(request.ContentLength ?? 4095) + 1);
        try
        {
            if (await body.FillAsync(request.Body, maxBytes, cancellationToken).ConfigureAwait(false))
                return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }

        body.Dispose();
        return null;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
        (_bytes, _count) = ([], 0);
    }

    private async ValueTask<bool> FillAsync(Stream stream, int maxBytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_count == _bytes.Length)
                Grow();
            var read = await stream.ReadAsync(_bytes.AsMemory(_count), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return true;
            _count += read;
            if (_count > maxBytes)
                return false;
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
        _bytes = larger;
    }
}
