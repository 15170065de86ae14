using System.Buffers;

namespace WhatsApp.Client.Http;

/// <summary>An answer in a borrowed array, given back once. Empty by default.</summary>
internal readonly struct PooledBytes(byte[]? buffer, int count) : IDisposable
{
    public ReadOnlySpan<byte> Bytes => buffer.AsSpan(0, count);

    public void Dispose()
    {
        if (buffer is not null)
            ArrayPool<byte>.Shared.Return(buffer);
    }
}
