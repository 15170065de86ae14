namespace WhatsApp.Emulator;

/// <summary>Somebody who waits for a message. Offered inside the chat's lock, so the predicate must not wait for the chat.</summary>
internal sealed class ChatWaiter(Func<ChatMessage, bool> match)
{
    private readonly TaskCompletionSource<ChatMessage> _found = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<ChatMessage> Found => _found.Task;

    public void Offer(ChatMessage message)
    {
        try
        {
            if (match(message))
                _found.TrySetResult(message);
        }
#pragma warning disable CA1031 // A throwing predicate is the waiter's own affair.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _found.TrySetException(failure);
        }
    }
}
