namespace Shopify.Client;

/// <summary>Reads an answer into memory, but never more than a limit.</summary>
internal static class CappedBody
{
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <returns>The body, or null when it is longer than the limit.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > maxBytes)
            return null;
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var buffer = new byte[Math.Max(1, (int)(content.Headers.ContentLength ?? 16 * 1024))];
            var length = 0;
            while (true)
            {
                if (length == buffer.Length)
                {
                    if (length > maxBytes)
                        return null;
                    Array.Resize(ref buffer, Math.Min(buffer.Length * 2, maxBytes + 1));
                }

                var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                    return buffer.AsMemory(0, length);
                length += read;
                if (length > maxBytes)
                    return null;
            }
        }
    }
}
