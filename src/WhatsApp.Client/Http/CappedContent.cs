using System.Buffers;
using System.Runtime.CompilerServices;

namespace WhatsApp.Client.Http;

/// <summary>Reads an answer of bounded size.</summary>
internal static class CappedContent
{
    public const int MaxBytes = 1024 * 1024;
    private const int FirstBytes = 2048;

    /// <summary>The whole content, or nothing at all when it is larger than <see cref="MaxBytes"/>: no answer of the Cloud API is.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var pooled = await ReadPooledAsync(content, cancellationToken).ConfigureAwait(false);
        return pooled.Bytes.ToArray();
    }

    /// <summary>The same in borrowed bytes: dispose the result when it is read.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<PooledBytes> ReadPooledAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = stream.ConfigureAwait(false);
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBytes);
        var count = 0;
        try
        {
            while (true)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(count), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    var result = new PooledBytes(buffer, count);
                    buffer = null;
                    return result;
                }

                count += read;
                if (count > MaxBytes)
                    return default;
                if (count == buffer.Length)
                    Grow(ref buffer);
            }
        }
        finally
        {
            if (buffer is not null)
                ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void Grow(ref byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
