using System.Text;

namespace WhatsApp.Emulator;

/// <summary>What a test does with webhooks by hand. Ordinary ones need nothing: they go out by themselves.</summary>
public sealed class EmulatedWebhooks
{
    private readonly WebhookSender _sender;

    internal EmulatedWebhooks(WebhookSender sender) => _sender = sender;

    /// <summary>
    /// Holds back every event raised while the delegate runs, then sends them together: one POST per app and callback URL,
    /// at most 1,000 events in each.
    /// </summary>
    /// <param name="collect">What raises the events, for example several <see cref="EmulatedPhone.SaysAsync"/>.</param>
    /// <param name="cancellationToken">Stops waiting for the first attempts.</param>
    /// <returns>The first attempt at each POST.</returns>
    /// <exception cref="InvalidOperationException">Another batch is being collected.</exception>
    public async Task<IReadOnlyList<WebhookAttempt>> BatchAsync(Func<Task> collect, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(collect);
        if (!_sender.TryHold())
            throw new InvalidOperationException("Another batch is being collected.");
        try
        {
            await collect().ConfigureAwait(false);
        }
        catch
        {
            await _sender.ReleaseAsync(cancellationToken).ConfigureAwait(false);
            throw;
        }

        return await _sender.ReleaseAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Posts the same bytes with the same signature again, once, as the platform may do even after a 200.</summary>
    public Task<WebhookAttempt> RedeliverAsync(EmulatedNumber number, WebhookAttempt attempt, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentNullException.ThrowIfNull(attempt);
        return _sender.PostOnceAsync(number, attempt.Body.ToArray(), attempt.Signature, cancellationToken);
    }

    /// <summary>Posts a body of your own to the callback of a number, once, signed with its app secret.</summary>
    /// <param name="number">Whose callback and secret.</param>
    /// <param name="body">The exact text, sent as UTF-8. It need not be JSON.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="InvalidOperationException">The number has no callback URL.</exception>
    public Task<WebhookAttempt> DeliverRawAsync(EmulatedNumber number, string body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(number);
        var bytes = Encoding.UTF8.GetBytes(body);
        return _sender.PostOnceAsync(number, bytes, WebhookSender.Sign(number, bytes), cancellationToken);
    }

    /// <summary>Posts a body of your own with a signature of your own, wrong ones included.</summary>
    /// <param name="number">Whose callback.</param>
    /// <param name="body">The exact bytes.</param>
    /// <param name="signature">The value of <c>X-Hub-Signature-256</c>; null leaves the header out.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="InvalidOperationException">The number has no callback URL.</exception>
    public Task<WebhookAttempt> DeliverRawAsync(EmulatedNumber number, ReadOnlyMemory<byte> body, string? signature, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(number);
        return _sender.PostOnceAsync(number, body.ToArray(), signature, cancellationToken);
    }
}
