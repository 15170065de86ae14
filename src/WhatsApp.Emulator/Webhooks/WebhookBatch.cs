namespace WhatsApp.Emulator;

/// <summary>Events that go out in one POST; open until it is sent or full.</summary>
internal sealed class WebhookBatch
{
    private readonly TaskCompletionSource<WebhookAttempt?> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<WebhookEvent> Events { get; } = [];

    /// <summary>Its time to collect is over.</summary>
    public bool IsDue { get; set; }

    /// <summary>The first attempt; null when there is no address any more.</summary>
    public Task<WebhookAttempt?> First => _first.Task;

    public void Finish(WebhookAttempt? attempt) => _first.TrySetResult(attempt);
}
