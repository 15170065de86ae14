using Microsoft.AspNetCore.Http;

namespace Shopify.Client.AspNetCore;

/// <summary>Reads the raw body once, within the limit.</summary>
internal static class WebhookBody
{
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <returns>The bytes, or null when there are more than the limit.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
            return null;
        var buffer = new byte[request.ContentLength is { } length and > 0 ? (int)length + 1 : 8 * 1024];
        var filled = 0;
        while (true)
        {
            var read = await request.Body.ReadAsync(buffer.AsMemory(filled), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return buffer.AsMemory(0, filled);
            filled += read;
            if (filled > MaxBytes)
                return null;
            if (filled == buffer.Length)
                Array.Resize(ref buffer, Math.Min(buffer.Length * 2, MaxBytes + 1));
        }
    }
}
