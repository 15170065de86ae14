namespace WhatsApp.Client.Http;

/// <summary>Reads an answer of bounded size.</summary>
internal static class CappedContent
{
    public const int MaxBytes = 1024 * 1024;

    /// <summary>The whole content, or nothing at all when it is larger than <see cref="MaxBytes"/>: no answer of the Cloud API is.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > MaxBytes)
            return default;

        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = stream.ConfigureAwait(false);
        var buffer = new byte[Math.Clamp((int)(content.Headers.ContentLength ?? 0) + 1, 1024, MaxBytes + 1)];
        var count = 0;
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(count), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return buffer.AsMemory(0, count);
            count += read;
            if (count > MaxBytes)
                return default;
            if (count == buffer.Length)
                Array.Resize(ref buffer, Math.Min(buffer.Length * 2, MaxBytes + 1));
        }
    }
}
