using System.Text.Json;

namespace Shopify.Client;

/// <summary>
/// The top level of an answer, read in one pass: where the data stands, the errors in any shape, the extensions that matter.
/// </summary>
internal sealed class GraphQLAnswer
{
    /// <summary>Where <c>data</c> stands in the body; empty when absent or null.</summary>
    public Range Data { get; private set; } = ..0;

    public IReadOnlyList<ShopifyGraphQLError> Errors { get; private set; } = [];

    public GraphQLExtensions Extensions { get; private set; } = GraphQLExtensions.None;

    public bool HasData => !Data.Equals(..0);

    public bool HasCode(string code)
    {
        foreach (var error in Errors)
        {
            if (error.Code == code)
                return true;
        }

        return false;
    }

    /// <exception cref="JsonException">The bytes are not a JSON object. A fault inside the data shows only when the data is read.</exception>
    public static GraphQLAnswer Read(Span<byte> body)
    {
        var answer = new GraphQLAnswer();
        for (var start = 0; start < body.Length;)
            start = answer.ReadUntilData(body, start);
        return body.IsEmpty ? throw new JsonException("The answer is empty.") : answer;
    }

    /// <returns>Where to read on, or the end.</returns>
    private int ReadUntilData(Span<byte> body, int start)
    {
        var reader = new Utf8JsonReader(body[start..]);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("The answer is not a JSON object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("data"u8))
            {
                reader.Read();
                if (reader.TokenType == JsonTokenType.StartObject)
                    return Rest(body, MarkData(body, start + (int)reader.TokenStartIndex));
                reader.Skip();
            }
            else if (reader.ValueTextEquals("errors"u8))
            {
                Errors = ErrorListReader.Read(JsonElement.ParseValue(ref reader));
            }
            else if (reader.ValueTextEquals("extensions"u8))
            {
                reader.Read();
                Extensions = GraphQLExtensions.Read(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        while (reader.Read())
        {
            // To the end, so that a body cut short or followed by rubbish counts as broken.
        }

        return body.Length;
    }

    private int MarkData(ReadOnlySpan<byte> body, int start)
    {
        var end = JsonObjectEnd.Find(body, start);
        Data = start..end;
        return end;
    }

    // Where something else than blanks stands. Nearly always at once, so a loop is the quickest.
    private static int Next(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && text[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            at++;
        return at;
    }

    // The members after the data are read as an object of their own: its opening brace takes the place of the comma.
    private static int Rest(Span<byte> body, int end)
    {
        var rest = body[Next(body, end)..];
        var at = body.Length - rest.Length;
        if (rest is [(byte)',', .. var members] && members[Next(members, 0)..] is [(byte)'"', ..])
        {
            body[at] = (byte)'{';
            return at;
        }

        if (rest is [(byte)'}', .. var after] && Next(after, 0) == after.Length)
            return body.Length;
        throw new JsonException("The answer is cut short or followed by something else.");
    }
}
