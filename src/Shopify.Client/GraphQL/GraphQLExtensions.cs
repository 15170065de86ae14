using System.Text.Json;

namespace Shopify.Client;

/// <summary>The parts of <c>extensions</c> that the client acts on, and the others as they came. Unknown shapes read as absent.</summary>
internal sealed class GraphQLExtensions
{
    public static GraphQLExtensions None { get; } = new();

    public ThrottleStatus? Throttle { get; private set; }

    public double? RequestedCost { get; private set; }

    public double? ActualCost { get; private set; }

    public IReadOnlyList<SearchWarning> SearchWarnings { get; private set; } = [];

    /// <summary>Reads the value the reader stands on and moves to its end.</summary>
    public static GraphQLExtensions Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return None;
        }

        var extensions = new GraphQLExtensions();
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("cost"u8))
                extensions.ReadCost(ref reader);
            else if (reader.ValueTextEquals("search"u8))
                extensions.SearchWarnings = SearchWarningReader.Read(JsonElement.ParseValue(ref reader));
            else
                reader.Skip();
        }

        return extensions;
    }

    private void ReadCost(ref Utf8JsonReader reader)
    {
        if (!EntersObject(ref reader))
            return;
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("requestedQueryCost"u8))
                RequestedCost = Number(ref reader);
            else if (reader.ValueTextEquals("actualQueryCost"u8))
                ActualCost = Number(ref reader);
            else if (reader.ValueTextEquals("throttleStatus"u8))
                ReadStatus(ref reader);
            else
                reader.Skip();
        }
    }

    private void ReadStatus(ref Utf8JsonReader reader)
    {
        if (!EntersObject(ref reader))
            return;
        double? maximum = null, available = null, rate = null;
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("maximumAvailable"u8))
                maximum = Number(ref reader);
            else if (reader.ValueTextEquals("currentlyAvailable"u8))
                available = Number(ref reader);
            else if (reader.ValueTextEquals("restoreRate"u8))
                rate = Number(ref reader);
            else
                reader.Skip();
        }

        Throttle = maximum is { } size && available is { } left && rate is { } restored ? new ThrottleStatus(size, left, restored) : null;
    }

    private static bool EntersObject(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
            return true;
        reader.Skip();
        return false;
    }

    private static bool NextMember(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    private static double? Number(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var number) && double.IsFinite(number))
            return number;
        reader.Skip();
        return null;
    }
}
