using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ShopBot.Engine;
using ShopBot.Engine.Desk;
using ShopBot.Engine.Events;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Shopping.Events;
using ShopBot.Shopping.Orders;

namespace ShopBot.Dashboard;

/// <summary>
/// A store's figures by day. What happened lately is counted from the event log, which is the truth and is not kept for ever; finished days are written into one document per month before
/// that, so that they outlive it. Two hosts that write the same day write the same figures.
/// </summary>
internal sealed class FigureBook(
    StoreDesk desk, IConversationReader reader, StoreDocuments documents, IOptions<ShopBotOptions> options, TimeProvider time)
{
    private const int PageSize = 1000;
    private const int Attempts = 5;

    /// <summary>How long after midnight another host's clock may still write into the day before.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(10);

    public static readonly string[] Kinds =
        [EngineEvents.ConversationStarted, ProductViewed.Kind, CartChanged.Kind, CheckoutCreated.Kind, OrderPaid.Kind, CustomerEntered.Kind];

    /// <summary>How many days before today are surely still in the log.</summary>
    private int DaysInLog => Math.Clamp((int)options.Value.Retention.TotalDays - 1, 1, 13);

    /// <summary>The last days, today included, in order; days without anything too.</summary>
    public async Task<IReadOnlyList<FigureDay>> ReadAsync(Store store, int days, CancellationToken cancellationToken)
    {
        var today = Today();
        var first = today.AddDays(1 - days);
        var kept = await KeptAsync(store, first, today, cancellationToken).ConfigureAwait(false);
        var fresh = await CountAsync(store, kept, cancellationToken).ConfigureAwait(false);
        await WriteFinishedAsync(store, fresh.Values.Where(day => !kept.ContainsKey(day.Day)), cancellationToken).ConfigureAwait(false);
        return [.. Enumerable.Range(0, days).Select(i => first.AddDays(i)).Select(day => fresh.GetValueOrDefault(day) ?? kept.GetValueOrDefault(day) ?? new FigureDay { Day = day })];
    }

    /// <summary>Writes the finished days down.</summary>
    public async Task KeepAsync(Store store, CancellationToken cancellationToken)
    {
        var today = Today();
        var kept = await KeptAsync(store, today.AddDays(-DaysInLog), today, cancellationToken).ConfigureAwait(false);
        var fresh = await CountAsync(store, kept, cancellationToken).ConfigureAwait(false);
        await WriteFinishedAsync(store, fresh.Values, cancellationToken).ConfigureAwait(false);
    }

    private async Task WriteFinishedAsync(Store store, IEnumerable<FigureDay> days, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var month in days.Where(day => now > Start(day.Day.AddDays(1)) + Settled && !IsEmpty(day)).GroupBy(day => Name(day.Day)))
            await WriteAsync(store, month.Key, [.. month], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Days of the log: what is kept of them stays, but for what happened to their messages since.</summary>
    private async Task<Dictionary<DateOnly, FigureDay>> CountAsync(Store store, Dictionary<DateOnly, FigureDay> kept, CancellationToken cancellationToken)
    {
        var today = Today();
        var first = today.AddDays(-DaysInLog);
        var days = Enumerable.Range(0, DaysInLog + 1).Select(i => first.AddDays(i)).ToList();
        var uncounted = days.Where(day => !kept.ContainsKey(day)).ToHashSet();
        var counts = days.Where(uncounted.Contains).ToDictionary(day => day, _ => new DayCount());
        if (uncounted.Count > 0)
        {
            var since = Start(uncounted.Min());
            await foreach (var fact in FactsAsync(store, since, cancellationToken).ConfigureAwait(false))
            {
                if (counts.TryGetValue(DateOnly.FromDateTime(fact.At.UtcDateTime), out var count))
                    count.Add(fact);
            }
        }

        var messages = (await reader.CountAsync(store.Id, Start(first), Start(today.AddDays(1)), cancellationToken).ConfigureAwait(false)).ToDictionary(day => day.Day);
        return days.ToDictionary(day => day, day => WithMessages(counts.TryGetValue(day, out var count) ? count.ToDay(day) : kept[day], messages.GetValueOrDefault(day)));
    }

    private static FigureDay WithMessages(FigureDay day, DayFigures? messages)
    {
        if (messages is null)
            return day;
        long Reached(DeliveryStatus least) => messages.Sent.Where(entry => entry.Key >= least).Sum(entry => entry.Value);
        return day with
        {
            Received = messages.Received,
            Sent = messages.Sent.Values.Sum(),
            Delivered = Reached(DeliveryStatus.Delivered),
            Read = Reached(DeliveryStatus.Read),
            Failed = messages.Rejected + messages.Sent.GetValueOrDefault(DeliveryStatus.Failed),
            Billed = messages.Prices,
        };
    }

    /// <summary>Newest first. Facts of one moment may lie on both sides of a page's end, so the next page begins a little later and leaves out what was seen.</summary>
    private async IAsyncEnumerable<DeskFact> FactsAsync(
        Store store, DateTimeOffset since, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        DateTimeOffset? before = null;
        var seen = new HashSet<Guid>();
        while (true)
        {
            var page = await desk.ListFactsAsync(store, Kinds, before, PageSize, cancellationToken).ConfigureAwait(false);
            var isNew = false;
            foreach (var fact in page.Where(fact => !seen.Contains(fact.Id)))
            {
                if (fact.At < since)
                    yield break;
                isNew = true;
                yield return fact;
            }

            if (page.Count < PageSize)
                yield break;
            seen = [.. page.Select(fact => fact.Id)];
            before = isNew ? page[^1].At.AddMilliseconds(1) : page[^1].At;
        }
    }

    private async Task<Dictionary<DateOnly, FigureDay>> KeptAsync(Store store, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var kept = new Dictionary<DateOnly, FigureDay>();
        for (var month = new DateOnly(first.Year, first.Month, 1); month <= last; month = month.AddMonths(1))
        {
            var document = await documents.ReadAsync(store.Id, Name(month), FigureJson.Default.FigureMonth, cancellationToken).ConfigureAwait(false);
            foreach (var day in document.Value?.Days ?? [])
            {
                if (day.Day >= first && day.Day < last)
                    kept[day.Day] = day;
            }
        }

        return kept;
    }

    private async Task WriteAsync(Store store, string name, List<FigureDay> days, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var document = await documents.ReadAsync(store.Id, name, FigureJson.Default.FigureMonth, cancellationToken).ConfigureAwait(false);
            var old = document.Value?.Days ?? [];
            var merged = new FigureMonth([.. old.Where(day => days.TrueForAll(other => other.Day != day.Day)).Concat(days).OrderBy(day => day.Day)]);
            if (Same(merged, document.Value) || await documents.SaveAsync(store.Id, name, document with { Value = merged }, FigureJson.Default.FigureMonth, cancellationToken).ConfigureAwait(false))
                return;
        }
    }

    private static bool Same(FigureMonth one, FigureMonth? other) => other is not null
        && JsonSerializer.SerializeToUtf8Bytes(one, FigureJson.Default.FigureMonth).AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(other, FigureJson.Default.FigureMonth));

    private static bool IsEmpty(FigureDay day) => day is { Conversations: 0, Received: 0, Sent: 0, Failed: 0 };

    private DateOnly Today() => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static string Name(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"figures-{day:yyyyMM}");
}
