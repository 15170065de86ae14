using System.Globalization;
using System.Runtime.CompilerServices;

namespace WhatsApp.Client;

public sealed partial class WhatsAppSender
{
    /// <summary>
    /// Counts messages sent and delivered by an account, in the platform's JSON (<c>analytics</c>).
    /// See <see href="https://developers.facebook.com/docs/whatsapp/business-management-api/analytics">analytics</see>.
    /// </summary>
    /// <param name="waba">The account.</param>
    /// <param name="from">The first moment.</param>
    /// <param name="to">The last moment.</param>
    /// <param name="granularity"><c>HALF_HOUR</c>, <c>DAY</c> or <c>MONTH</c>.</param>
    /// <param name="phoneNumbers">Only these numbers, digits; empty for all.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<RawAnswer> GetMessageAnalyticsAsync(
        WabaId waba, DateTimeOffset from, DateTimeOffset to, string granularity, IReadOnlyList<string>? phoneNumbers = null, CancellationToken cancellationToken = default)
    {
        var numbers = string.Join(',', (phoneNumbers ?? []).Select(static number => $"\"{Word(number)}\""));
        return AnalyticsAsync("analytics.messages", waba, $"analytics{Span(from, to, granularity)}.phone_numbers([{numbers}])", cancellationToken);
    }

    /// <summary>What messages cost and how many were billed, in the platform's JSON (<c>pricing_analytics</c>).</summary>
    /// <param name="waba">The account.</param>
    /// <param name="from">The first moment.</param>
    /// <param name="to">The last moment.</param>
    /// <param name="granularity"><c>HALF_HOUR</c>, <c>DAILY</c> or <c>MONTHLY</c>.</param>
    /// <param name="dimensions">What to break it down by, such as <c>PRICING_CATEGORY</c>, <c>PRICING_TYPE</c>, <c>COUNTRY</c>; empty for nothing.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<RawAnswer> GetPricingAnalyticsAsync(
        WabaId waba, DateTimeOffset from, DateTimeOffset to, string granularity, IReadOnlyList<string>? dimensions = null, CancellationToken cancellationToken = default)
    {
        var broken = string.Join(',', (dimensions ?? []).Select(static one => $"\"{Word(one)}\""));
        return AnalyticsAsync("analytics.pricing", waba, $"pricing_analytics{Span(from, to, granularity)}.dimensions([{broken}])", cancellationToken);
    }

    /// <summary>
    /// Counts conversations in the old price model, which ended in July 2025, in the platform's JSON (<c>conversation_analytics</c>). For newer times use
    /// <see cref="GetPricingAnalyticsAsync"/>.
    /// </summary>
    /// <param name="waba">The account.</param>
    /// <param name="from">The first moment.</param>
    /// <param name="to">The last moment.</param>
    /// <param name="granularity"><c>HALF_HOUR</c>, <c>DAILY</c> or <c>MONTHLY</c>.</param>
    /// <param name="dimensions">What to break it down by, such as <c>CONVERSATION_CATEGORY</c>, <c>COUNTRY</c> or <c>PHONE</c>; empty for nothing.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<RawAnswer> GetConversationAnalyticsAsync(
        WabaId waba, DateTimeOffset from, DateTimeOffset to, string granularity, IReadOnlyList<string>? dimensions = null, CancellationToken cancellationToken = default)
    {
        var broken = string.Join(',', (dimensions ?? []).Select(static one => $"\"{Word(one)}\""));
        return AnalyticsAsync("analytics.conversations", waba, $"conversation_analytics{Span(from, to, granularity)}.dimensions([{broken}])", cancellationToken);
    }

    /// <summary>Who changed what in an account, newest first, each entry in the platform's JSON; not every app may ask.</summary>
    /// <param name="waba">The account.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async IAsyncEnumerable<RawAnswer> GetActivitiesAsync(WabaId waba, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var node in PagesAsync("waba.activities", $"{Segment(waba)}/activities", cancellationToken).ConfigureAwait(false))
            yield return new RawAnswer(JsonBytes.Of(node));
    }

    /// <summary>How templates did: sent, delivered, read, clicked, in the platform's JSON. Insights must be switched on before; at most 90 days back.</summary>
    /// <param name="waba">The account.</param>
    /// <param name="from">The first moment.</param>
    /// <param name="to">The last moment.</param>
    /// <param name="templates">1 to 10.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<RawAnswer> GetTemplateAnalyticsAsync(
        WabaId waba, DateTimeOffset from, DateTimeOffset to, IReadOnlyList<TemplateId> templates, CancellationToken cancellationToken = default)
    {
        var ids = Uri.EscapeDataString($"[{string.Join(',', Checked(templates, 10).Select(static one => Segment(one)))}]");
        var path = string.Create(
            CultureInfo.InvariantCulture,
            $"{Segment(waba)}/template_analytics?start={from.ToUnixTimeSeconds()}&end={to.ToUnixTimeSeconds()}&granularity=daily&template_ids={ids}");
        return _connection.CallAsync(Account, GraphCall.Get("analytics.templates", path), RawParser, cancellationToken);
    }

    /// <summary>Switches template insights on for an account, once; they cannot be switched off.</summary>
    /// <param name="waba">The account.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task EnableTemplateInsightsAsync(WabaId waba, CancellationToken cancellationToken = default)
    {
        // The platform answers with the account's id instead of success.
        var call = GraphCall.Post("analytics.enable_insights", $"{Segment(waba)}?is_enabled_for_insights=true", "{}"u8.ToArray());
        using var answer = await _connection.CallAsync(Account, call, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What happened to a message that was sent, and to its webhooks, in the platform's JSON; not every app may ask.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<RawAnswer> GetMessageHistoryAsync(MessageId message, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrEmpty(message.Value))
            throw new ArgumentException("A message id is needed.", nameof(message));
        const string fields = "id,message_id,events{delivery_status,timestamp,webhook_update_state,application,webhook_uri,error_description}";
        var path = $"{NumberSegment}/message_history?message_id={Uri.EscapeDataString(message.Value)}&fields={Uri.EscapeDataString(fields)}";
        return _connection.CallAsync(Account, GraphCall.Get("message_history.get", path), RawParser, cancellationToken);
    }

    private Task<RawAnswer> AnalyticsAsync(string operation, WabaId waba, string field, CancellationToken cancellationToken) =>
        _connection.CallAsync(Account, GraphCall.Get(operation, $"{Segment(waba)}?fields={Uri.EscapeDataString(field)}"), RawParser, cancellationToken);

    private static string Span(DateTimeOffset from, DateTimeOffset to, string granularity) => string.Create(
        CultureInfo.InvariantCulture, $".start({from.ToUnixTimeSeconds()}).end({to.ToUnixTimeSeconds()}).granularity({Word(granularity)})");

    /// <summary>Only what cannot end the expression it stands in.</summary>
    private static string Word(string text) => text is { Length: > 0 } && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '+')
        ? text
        : throw new ArgumentException("A word of letters, digits and underscores is needed.", nameof(text));
}
