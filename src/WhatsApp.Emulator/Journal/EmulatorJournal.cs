namespace WhatsApp.Emulator;

/// <summary>
/// What went in and out of the emulator, oldest first, bounded by <see cref="WhatsAppEmulatorOptions.JournalCapacity"/> and
/// <see cref="WhatsAppEmulatorOptions.JournalMaxBytes"/>.
/// </summary>
public sealed class EmulatorJournal
{
    private readonly JournalList<ApiCall> _calls;
    private readonly JournalList<WebhookAttempt> _webhooks;

    internal EmulatorJournal(WhatsAppEmulatorOptions options)
    {
        _calls = new JournalList<ApiCall>(options.JournalCapacity, options.JournalMaxBytes / 2, static call => 300 + (2 * (call.RequestBody.Length + call.ResponseBody.Length)));
        _webhooks = new JournalList<WebhookAttempt>(options.JournalCapacity, options.JournalMaxBytes / 2, static attempt => 300 + attempt.Body.Length);
    }

    /// <summary>The Graph calls answered so far.</summary>
    public IReadOnlyList<ApiCall> Calls => _calls.Snapshot();

    /// <summary>The webhook attempts that ended so far.</summary>
    public IReadOnlyList<WebhookAttempt> Webhooks => _webhooks.Snapshot();

    /// <summary>Forgets what has been so far.</summary>
    public void Clear()
    {
        _calls.Clear();
        _webhooks.Clear();
    }

    /// <summary>Waits for a call that matches, past ones included.</summary>
    /// <param name="match">Which call.</param>
    /// <param name="timeout">How long to wait, in real time.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="TimeoutException">None came in time.</exception>
    public Task<ApiCall> WaitForCallAsync(Func<ApiCall, bool> match, TimeSpan timeout, CancellationToken cancellationToken = default) =>
        _calls.WaitForAsync(match, timeout, cancellationToken);

    /// <summary>Waits for a webhook attempt that matches, past ones included.</summary>
    /// <param name="match">Which attempt.</param>
    /// <param name="timeout">How long to wait, in real time.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="TimeoutException">None came in time.</exception>
    public Task<WebhookAttempt> WaitForWebhookAsync(Func<WebhookAttempt, bool> match, TimeSpan timeout, CancellationToken cancellationToken = default) =>
        _webhooks.WaitForAsync(match, timeout, cancellationToken);

    /// <summary>Hears of each call.</summary>
    internal Action<ApiCall>? CallAdded { get; set; }

    /// <summary>Hears of each attempt.</summary>
    internal Action<WebhookAttempt>? WebhookAdded { get; set; }

    internal void Add(ApiCall call)
    {
        _calls.Add(call);
        CallAdded?.Invoke(call);
    }

    internal void Add(WebhookAttempt attempt)
    {
        _webhooks.Add(attempt);
        WebhookAdded?.Invoke(attempt);
    }
}
