using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShopBot.Engine.Diagnostics;
using ShopBot.Engine.Events;
using ShopBot.Engine.Hosting;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Engine.Turns;
using WhatsApp.Client;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Engine.Inbox;

/// <summary>
/// Where verified WhatsApp webhooks enter. Knows whose an entry is and under which secrets it must verify, and stores its events before the
/// platform is answered.
/// </summary>
public sealed partial class WhatsAppInbox
{
    private readonly StoreRegistry _stores;
    private readonly InboxMapper _mapper;
    private readonly LaneWriter _writer;
    private readonly TurnDispatcher _dispatcher;
    private readonly EngineMetrics _metrics;
    private readonly ShopBotOptions _options;
    private readonly ILogger<WhatsAppInbox> _logger;
    private readonly Strangers _strangers = new();

    internal WhatsAppInbox(
        StoreRegistry stores, InboxMapper mapper, LaneWriter writer, TurnDispatcher dispatcher, EngineMetrics metrics,
        IOptions<ShopBotOptions> options, ILogger<WhatsAppInbox> logger)
    {
        _stores = stores;
        _mapper = mapper;
        _writer = writer;
        _dispatcher = dispatcher;
        _metrics = metrics;
        _options = options.Value;
        _logger = logger;
    }

    /// <summary>Whether a webhook handshake carries a token that some store chose.</summary>
    public ValueTask<bool> IsVerifyTokenAsync(string verifyToken, CancellationToken cancellationToken = default) =>
        _stores.IsVerifyTokenAsync(verifyToken, cancellationToken);

    /// <summary>The store a change belongs to: by phone number id, or by account id where there is none. Null when unknown here.</summary>
    public async ValueTask<Store?> FindStoreAsync(WebhookChange change, CancellationToken cancellationToken = default)
    {
        var store = change.PhoneNumberId is { } number
            ? await _stores.FindByPhoneNumberIdAsync(number.Value, cancellationToken).ConfigureAwait(false)
            : await FirstOfAccountAsync(change.EntryId, cancellationToken).ConfigureAwait(false);
        if (store is null && _strangers.IsNew(change.PhoneNumberId?.Value ?? change.EntryId))
            Log.Stranger(_logger, change.PhoneNumberId?.Value ?? change.EntryId);
        return store;
    }

    /// <summary>The app secrets under which a store's webhooks verify: its own, or the platform's when it has none.</summary>
    public IReadOnlyList<string> SecretsOf(Store store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.WhatsApp?.AppSecret is { Length: > 0 } own ? [own] : [.. _options.PlatformAppSecrets];
    }

    /// <summary>Stores the events. When it returns, they are committed and none can be lost; their turns run afterwards.</summary>
    /// <param name="events">Events whose store's secret vouched for them, in order.</param>
    /// <param name="cancellationToken">Not used to give up a write that has begun.</param>
    /// <exception cref="BacklogFullException">Storage cannot keep up; nothing was stored.</exception>
    public async Task AcceptAsync(IReadOnlyList<InboxAddress> events, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(events);
        cancellationToken.ThrowIfCancellationRequested();
        var items = new List<AppendItem>(events.Count);
        foreach (var (occurred, store) in events)
        {
            if (store is not null)
                items.Add(_mapper.Map(occurred, store, Activity.Current?.Id));
            else
                _metrics.EventOffered("nobody");
        }

        if (items.Count > 0)
            await StoreAsync(items).ConfigureAwait(false);
    }

    /// <summary>
    /// Puts something that happened elsewhere, such as a paid order, into a customer's lane, in order with what the customer writes.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="occurred">What happened and to whom.</param>
    /// <param name="cancellationToken">Not used to give up a write that has begun.</param>
    /// <returns>False: this store has no such customer.</returns>
    public async Task<bool> AcceptAsync(Store store, ExternalEvent occurred, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(occurred);
        cancellationToken.ThrowIfCancellationRequested();
        var results = await StoreAsync([_mapper.Map(occurred, store, Activity.Current?.Id)]).ConfigureAwait(false);
        return results[0].Outcome != AppendOutcome.Refused;
    }

    /// <summary>
    /// Keeps a fact about a store in its event log, encrypted; it belongs to no conversation and takes no turn. A fact of the same kind and key is kept once.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="kind">What happened, such as <c>shopify.shop/redact</c>; at most 64 characters.</param>
    /// <param name="key">What makes two reports the same fact.</param>
    /// <param name="payload">JSON.</param>
    /// <param name="occurredAt">When it happened.</param>
    /// <param name="cancellationToken">Not used to give up a write that has begun.</param>
    public async Task RecordAsync(
        Store store, string kind, string key, ReadOnlyMemory<byte> payload, DateTimeOffset occurredAt, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        ArgumentNullException.ThrowIfNull(key);
        cancellationToken.ThrowIfCancellationRequested();
        await StoreAsync([_mapper.Map(kind, key, payload, occurredAt, store)]).ConfigureAwait(false);
    }

    /// <summary>
    /// Raises a domain event about a store itself, such as <see cref="EngineEvents.StoreInstalled"/>: stored before this returns, written to the event log, and delivered to whoever
    /// listens, in order with the store's other facts. A fact of the same kind and key is raised once.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="kind">What happened; at most 48 characters.</param>
    /// <param name="key">What makes two reports the same fact.</param>
    /// <param name="payload">JSON.</param>
    /// <param name="occurredAt">When it happened.</param>
    /// <param name="cancellationToken">Not used to give up a write that has begun.</param>
    public async Task AnnounceAsync(
        Store store, string kind, string key, ReadOnlyMemory<byte> payload, DateTimeOffset occurredAt, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        ArgumentNullException.ThrowIfNull(key);
        cancellationToken.ThrowIfCancellationRequested();
        await StoreAsync([_mapper.MapFact(kind, key, payload, occurredAt, store)]).ConfigureAwait(false);
    }

    /// <summary>Puts a dead letter back at the end of its conversation, to be tried again.</summary>
    /// <param name="parked">The dead letter, as <see cref="IConversationReader.ListParkedAsync"/> gives it.</param>
    /// <param name="cancellationToken">Not used to give up a write that has begun.</param>
    /// <returns>False: it is not parked any more.</returns>
    public async Task<bool> ReplayAsync(ParkedEvent parked, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parked);
        cancellationToken.ThrowIfCancellationRequested();
        var results = await StoreAsync([InboxMapper.Replay(parked)]).ConfigureAwait(false);
        return results[0].Outcome == AppendOutcome.Appended;
    }

    private async ValueTask<Store?> FirstOfAccountAsync(string wabaId, CancellationToken cancellationToken) =>
        await _stores.FindByWabaIdAsync(wabaId, cancellationToken).ConfigureAwait(false) is [var first, ..] ? first : null;

    private async Task<IReadOnlyList<AppendResult>> StoreAsync(List<AppendItem> items)
    {
        using var activity = EngineDiagnostics.Start(EngineDiagnostics.AppendActivity);
        var results = await _writer.AppendAsync(items).ConfigureAwait(false);
        var unclaimed = false;
        for (var i = 0; i < results.Count; i++)
        {
            var result = results[i];
            _metrics.EventOffered(Name(result.Outcome));
            if (items[i] is StatusAppend status && result.Outcome == AppendOutcome.Appended)
                _metrics.StatusHeard(status);
            if (result.Outcome == AppendOutcome.Refused)
                Log.ItemRefused(_logger, result.Reason);
            if (result.Work is { } work)
                _dispatcher.Run(work);
            else
                unclaimed |= result.SendReady || result is { Outcome: AppendOutcome.Appended, Lane: not null };
        }

        if (unclaimed)
            _dispatcher.Offer();
        await ReportStatusesAsync(items, results).ConfigureAwait(false);
        return results;
    }

    /// <summary>
    /// Puts the statuses that a flow asked for into its lane. They were applied before; until this is stored too the platform gets no answer, so it delivers them again, and
    /// a repeated status comes here again.
    /// </summary>
    private async Task ReportStatusesAsync(List<AppendItem> items, IReadOnlyList<AppendResult> results)
    {
        List<AppendItem>? reports = null;
        for (var i = 0; i < items.Count; i++)
        {
            if (results[i].StatusLane is { } lane && items[i] is StatusAppend status && await _stores.FindAsync(lane.Store).ConfigureAwait(false) is { } store)
                (reports ??= []).Add(_mapper.Report(status, lane, store));
        }

        if (reports is not null)
            await StoreAsync(reports).ConfigureAwait(false);
    }

    private static string Name(AppendOutcome outcome) => outcome switch
    {
        AppendOutcome.Appended => "appended",
        AppendOutcome.Duplicate => "duplicate",
        _ => "refused",
    };

    private static partial class Log
    {
        [LoggerMessage(EventId = 1001, Level = LogLevel.Warning, Message = "An event could not be stored and was dropped: {Reason}")]
        public static partial void ItemRefused(ILogger logger, string? reason);

        [LoggerMessage(EventId = 1002, Level = LogLevel.Warning, Message = "Webhooks come for {NumberOrAccount}, which no switched-on store has. They are dropped; this is said once.")]
        public static partial void Stranger(ILogger logger, string numberOrAccount);
    }
}
