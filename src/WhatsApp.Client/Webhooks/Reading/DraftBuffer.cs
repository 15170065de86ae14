using System.Buffers;

namespace WhatsApp.Client.Webhooks;

/// <summary>A growing list of positions: on the stack while it is short, in pooled memory after that.</summary>
internal ref struct DraftBuffer<T>(Span<T> first)
    where T : unmanaged
{
    private Span<T> _items = first;
    private T[]? _rented;

    public int Count { get; private set; }

    public readonly ref T this[int index] => ref _items[index];

    public readonly Span<T> Slice(int start, int length) => _items.Slice(start, length);

    public ref T Add()
    {
        if (Count == _items.Length)
            Grow();
        ref var item = ref _items[Count++];
        item = default;
        return ref item;
    }

    public void Dispose()
    {
        if (_rented is null)
            return;
        ArrayPool<T>.Shared.Return(_rented);
        _rented = null;
        _items = default;
        Count = 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<T>.Shared.Rent(Math.Max(16, Count * 2));
        _items.CopyTo(larger);
        if (_rented is not null)
            ArrayPool<T>.Shared.Return(_rented);
        _items = _rented = larger;
    }
}
