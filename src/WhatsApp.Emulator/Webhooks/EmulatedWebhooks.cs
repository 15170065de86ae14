using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>What a test does with webhooks by hand. Ordinary ones need nothing: they go out by themselves.</summary>
public sealed class EmulatedWebhooks
{
    private readonly WebhookSender _sender;

    internal EmulatedWebhooks(WebhookSender sender) => _sender = sender;

    /// <summary>Puts a field that nobody knows into every object of every webhook. Default false.</summary>
    public bool HasUnknownFields
    {
        get => _sender.UnknownFields;
        set => _sender.UnknownFields = value;
    }

    /// <summary>Adds a change, a message and a status of kinds that nobody knows to every webhook. Default false.</summary>
    public bool HasUnknownTypes
    {
        get => _sender.UnknownTypes;
        set => _sender.UnknownTypes = value;
    }

    /// <summary>
    /// Raises an event of any field, for example <c>standby</c> or <c>account_alerts</c>. It is signed, retried and batched like any other.
    /// </summary>
    /// <param name="number">The number concerned; its metadata introduces the value.</param>
    /// <param name="field">The value of <c>changes[].field</c>.</param>
    /// <param name="valueJson">The properties of <c>value</c> as a JSON object, without <c>messaging_product</c> and <c>metadata</c>.</param>
    /// <param name="cancellationToken">Stops waiting for the first attempt.</param>
    /// <exception cref="JsonException">The value is not JSON.</exception>
    /// <exception cref="ArgumentException">The value is not a JSON object.</exception>
    public Task EmitAsync(EmulatedNumber number, string field, string valueJson, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentException.ThrowIfNullOrEmpty(field);
        return _sender.RaiseAsync(new JsonEvent(number.Waba, number, field, ObjectOf(valueJson)), cancellationToken);
    }

    /// <summary>Raises an event that concerns the account and no number, for example <c>account_update</c>.</summary>
    /// <param name="waba">The account.</param>
    /// <param name="field">The value of <c>changes[].field</c>.</param>
    /// <param name="valueJson">The whole <c>value</c> as a JSON object.</param>
    /// <param name="cancellationToken">Stops waiting for the first attempt.</param>
    /// <exception cref="JsonException">The value is not JSON.</exception>
    /// <exception cref="ArgumentException">The value is not a JSON object.</exception>
    public Task EmitAsync(EmulatedWaba waba, string field, string valueJson, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(waba);
        ArgumentException.ThrowIfNullOrEmpty(field);
        return _sender.RaiseAsync(AccountEvent.Of(waba, field, ObjectOf(valueJson)), cancellationToken);
    }

    /// <summary>Posts the test event of the app dashboard: account <c>0</c>, a message id that is none, also while the app is in development mode.</summary>
    public Task<WebhookAttempt> SendDashboardTestAsync(EmulatedNumber number, CancellationToken cancellationToken = default) =>
        DeliverRawAsync(number, DashboardTest.Body, cancellationToken);

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

    private static JsonObject ObjectOf(string json) =>
        JsonNode.Parse(json) as JsonObject ?? throw new ArgumentException("The value must be a JSON object.", nameof(json));
}
