namespace WhatsApp.Emulator;

/// <summary>Bounds the messages of all chats together: each one beyond the capacity drops the oldest of the chat that was written to longest ago.</summary>
internal sealed class HistoryLimit(int capacity)
{
    private readonly Lock _lock = new();
    private readonly Queue<Chat> _order = new();

    /// <summary>Call it outside the lock of the chat.</summary>
    public void Added(Chat chat)
    {
        Chat? full = null;
        lock (_lock)
        {
            _order.Enqueue(chat);
            if (_order.Count > capacity)
                full = _order.Dequeue();
        }

        full?.DropOldest();
    }
}
