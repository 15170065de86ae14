using System.Collections.Concurrent;
using System.Text.Json;
using ShopBot.Engine.Stores;
using WhatsApp.Client;

namespace ShopBot.Dashboard;

/// <summary>Asks Meta what messages cost, by pricing category, in the currency of the WhatsApp account.</summary>
internal sealed class PriceReport(WhatsAppClient client, TimeProvider time)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<(StoreId Store, int Days), (DateTimeOffset Until, IReadOnlyDictionary<string, (long Messages, decimal Cost)>? Costs)> _known = new();

    /// <returns>Null when Meta does not say. Up to five minutes old.</returns>
    public async Task<IReadOnlyDictionary<string, (long Messages, decimal Cost)>?> ReadAsync(Store store, int days, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue((store.Id, days), out var known) && known.Until > time.GetUtcNow())
            return known.Costs;
        var costs = await AskAsync(store, days, cancellationToken).ConfigureAwait(false);
        _known[(store.Id, days)] = (time.GetUtcNow() + Lifetime, costs);
        return costs;
    }

    private async Task<IReadOnlyDictionary<string, (long Messages, decimal Cost)>?> AskAsync(Store store, int days, CancellationToken cancellationToken)
    {
        if (store is not { PhoneNumberId: { } number, WabaId: { } waba, WhatsApp: { } credentials })
            return null;
        using var deadline = new CancellationTokenSource(Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            var answer = await client.For(new WhatsAppAccount(new PhoneNumberId(number), credentials.AccessToken))
                .GetPricingAnalyticsAsync(new WabaId(waba), now.AddDays(-days), now, "DAILY", ["PRICING_CATEGORY"], either.Token).ConfigureAwait(false);
            return Read(answer.Json.ToArray());
        }
        catch (WhatsAppException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Data points hang at different depths in different versions of the API, so they are looked for.</summary>
    internal static IReadOnlyDictionary<string, (long Messages, decimal Cost)>? Read(byte[] json)
    {
        var found = new Dictionary<string, (long Messages, decimal Cost)>(StringComparer.Ordinal);
        try
        {
            using var document = JsonDocument.Parse(json);
            Look(document.RootElement, found);
        }
        catch (JsonException)
        {
            return null;
        }

        return found;
    }

    private static void Look(JsonElement node, Dictionary<string, (long Messages, decimal Cost)> found)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray())
                Look(item, found);
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            if (node.TryGetProperty("pricing_category", out var category) && category.ValueKind == JsonValueKind.String)
            {
                var name = category.GetString()!.ToLowerInvariant();
                var (messages, cost) = found.GetValueOrDefault(name);
                found[name] = (messages + (Number(node, "volume") is { } volume ? (long)volume : 0), cost + (Number(node, "cost") ?? 0));
                return;
            }

            foreach (var member in node.EnumerateObject())
                Look(member.Value, found);
        }
    }

    private static decimal? Number(JsonElement node, string name) =>
        node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null;
}
