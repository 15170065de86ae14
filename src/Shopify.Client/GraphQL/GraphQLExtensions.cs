using System.Text.Json;

namespace Shopify.Client;

/// <summary>The parts of <c>extensions</c> that the client acts on. Unknown shapes read as absent.</summary>
internal sealed record GraphQLExtensions(
    ThrottleStatus? Throttle, double? RequestedCost, double? ActualCost, IReadOnlyList<SearchWarning> SearchWarnings)
{
    public static GraphQLExtensions None { get; } = new(null, null, null, []);

    public static GraphQLExtensions Read(JsonElement extensions)
    {
        if (extensions.ValueKind != JsonValueKind.Object)
            return None;
        var warnings = ReadWarnings(extensions);
        if (!TryObject(extensions, "cost", out var cost))
            return None with { SearchWarnings = warnings };
        return new(ReadStatus(cost), Number(cost, "requestedQueryCost"), Number(cost, "actualQueryCost"), warnings);
    }

    private static ThrottleStatus? ReadStatus(JsonElement cost) =>
        TryObject(cost, "throttleStatus", out var status)
        && Number(status, "maximumAvailable") is { } maximum
        && Number(status, "currentlyAvailable") is { } available
        && Number(status, "restoreRate") is { } rate
            ? new(maximum, available, rate)
            : null;

    private static IReadOnlyList<SearchWarning> ReadWarnings(JsonElement extensions)
    {
        if (!extensions.TryGetProperty("search", out var searches) || searches.ValueKind != JsonValueKind.Array)
            return [];
        return [.. searches.EnumerateArray().Where(static search => search.ValueKind == JsonValueKind.Object).SelectMany(static search =>
            search.TryGetProperty("warnings", out var warnings) && warnings.ValueKind == JsonValueKind.Array
                ? warnings.EnumerateArray().Where(static warning => warning.ValueKind == JsonValueKind.Object).Select(ReadWarning)
                : [])];
    }

    private static SearchWarning ReadWarning(JsonElement warning) =>
        new(Text(warning, "field"), Text(warning, "code"), Text(warning, "message") ?? "(no message)");

    private static bool TryObject(JsonElement owner, string name, out JsonElement value) =>
        owner.TryGetProperty(name, out value) && value.ValueKind == JsonValueKind.Object;

    private static double? Number(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? number : null;

    private static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
