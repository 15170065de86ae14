using System.Buffers;

namespace WhatsApp.Client.Serialization;

/// <summary>Scratch space for writing one request. What leaves it is a copy, so that a request still on its way never sees the next one's bytes.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(1024);
    private int _count;

    /// <summary>What was written so far; valid until more is written or the buffer is disposed.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _count);

    public byte[] ToArray() => _bytes.AsSpan(0, _count).ToArray();

    public void Advance(int count) => _count += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(_count);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(_count);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
        _bytes = [];
    }

    private void Reserve(int sizeHint)
    {
        if (_bytes.Length - _count >= Math.Max(sizeHint, 256))
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _count + sizeHint));
        _bytes.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
        _bytes = larger;
    }
}
