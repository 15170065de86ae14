using System.Text.Json;
using System.Text.Json.Serialization;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Desk;
using ShopBot.Engine.Stores;

namespace ShopBot.Dashboard;

/// <summary>Everything that is kept about one customer of one store, for the customer to read.</summary>
internal sealed class PrivacyExport(StoreDesk desk, TimeProvider time)
{
    private const int PageSize = 500;

    /// <returns>Null when the store has no such customer.</returns>
    public async Task<byte[]?> WriteAsync(Store store, CustomerId customer, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(store, customer, cancellationToken).ConfigureAwait(false) is not { } conversation)
            return null;
        var messages = new List<ExportedMessage>();
        DateTimeOffset? before = null;
        while (true)
        {
            var page = await desk.ReadAsync(store, customer, before, PageSize, cancellationToken).ConfigureAwait(false);
            messages.AddRange(page.Select(message => new ExportedMessage(
                message.At, message.Speaker.ToString().ToLowerInvariant(), message.Kind, message.Text, message.Choices.Count > 0 ? message.Choices : null)));
            if (page.Count == 0 || page[^1].At == before)
                break;
            before = page[^1].At;
        }

        var facts = new List<ExportedFact>();
        before = null;
        while (true)
        {
            var page = await desk.ListFactsAsync(store, [], before, PageSize, cancellationToken).ConfigureAwait(false);
            facts.AddRange(page.Where(fact => fact.Customer == customer).Select(fact => new ExportedFact(fact.At, fact.Kind, Content(fact))));
            if (page.Count < PageSize)
                break;
            before = page[^1].At;
        }

        messages.Reverse();
        facts.Reverse();
        var document = new ExportDocument(store.Profile.ShopDomain, time.GetUtcNow(), conversation.Name, conversation.Phone, messages, facts);
        return JsonSerializer.SerializeToUtf8Bytes(document, PrivacyJson.Default.ExportDocument);
    }

    private static JsonElement? Content(DeskFact fact)
    {
        try
        {
            using var json = JsonDocument.Parse(fact.Payload);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

internal sealed record ExportDocument(
    string Shop, DateTimeOffset WrittenAt, string? Name, string? Phone, IReadOnlyList<ExportedMessage> Messages, IReadOnlyList<ExportedFact> Events);

internal sealed record ExportedMessage(DateTimeOffset At, string From, string Kind, string Text, IReadOnlyList<string>? Choices);

internal sealed record ExportedFact(DateTimeOffset At, string Kind, JsonElement? Content);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true)]
[JsonSerializable(typeof(ExportDocument))]
[JsonSerializable(typeof(PrivacyRequest))]
internal sealed partial class PrivacyJson : JsonSerializerContext;
