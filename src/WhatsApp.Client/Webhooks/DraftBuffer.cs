using System.Buffers;

namespace WhatsApp.Client.Webhooks;

/// <summary>A growing list of structs in pooled memory, for what is read before it can be put together.</summary>
internal struct DraftBuffer<T>
    where T : struct
{
    private T[]? _items;

    public int Count { get; private set; }

    public readonly ref T this[int index] => ref _items![index];

    public ref T Add()
    {
        _items ??= ArrayPool<T>.Shared.Rent(4);
        if (Count == _items.Length)
        {
            var larger = ArrayPool<T>.Shared.Rent(Count * 2);
            _items.CopyTo(larger, 0);
            Return();
            _items = larger;
        }

        ref var item = ref _items[Count++];
        item = default;
        return ref item;
    }

    public void Dispose()
    {
        if (_items is null)
            return;
        Return();
        _items = null;
        Count = 0;
    }

    private readonly void Return()
    {
        Array.Clear(_items!, 0, Count);
        ArrayPool<T>.Shared.Return(_items!);
    }
}
