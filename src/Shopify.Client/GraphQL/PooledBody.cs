using System.Buffers;

namespace Shopify.Client;

/// <summary>An answer's bytes in a rented buffer, which goes back when the last reader is done.</summary>
internal sealed class PooledBody
{
    public const int MaxBytes = 10 * 1024 * 1024;
    private const int FirstRent = 64 * 1024;
    private byte[]? _buffer;
    private int _readers = 1;

    private PooledBody(byte[] buffer, int length)
    {
        _buffer = buffer;
        Length = length;
    }

    public int Length { get; }

    /// <summary>The bytes; not to be used after <see cref="Release"/>.</summary>
    public Span<byte> Span => (_buffer ?? throw new ObjectDisposedException(nameof(PooledBody))).AsSpan(0, Length);

    /// <returns>The body, or null when it is longer than <see cref="MaxBytes"/>.</returns>
    public static async Task<PooledBody?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength is { } announced && announced > MaxBytes)
            return null;
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        // What is announced is believed only up to a point: memory is taken when bytes arrive.
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(content.Headers.ContentLength + 1 ?? FirstRent / 2, 1, FirstRent));
        try
        {
            for (var length = 0; ;)
            {
                if (length == buffer.Length)
                    buffer = Grow(buffer);
                var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                length += read;
                if (length > MaxBytes)
                    return null;
                if (read > 0)
                    continue;
                var body = new PooledBody(buffer, length);
                buffer = null;
                return body;
            }
        }
        finally
        {
            if (buffer is not null)
                ArrayPool<byte>.Shared.Return(buffer);
            await stream.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Each of these readers calls <see cref="Release"/>.</summary>
    public void ShareAmong(int readers) => Volatile.Write(ref _readers, readers);

    public void Release()
    {
        if (Interlocked.Decrement(ref _readers) == 0 && Interlocked.Exchange(ref _buffer, null) is { } buffer)
            ArrayPool<byte>.Shared.Return(buffer);
    }

    private static byte[] Grow(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}
