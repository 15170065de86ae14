using System.Text.Json;

namespace Shopify.Client;

/// <summary>The top level of an answer: errors and extensions read tolerantly, data left as bytes until its type is known.</summary>
internal sealed record GraphQLAnswer
{
    public ReadOnlyMemory<byte> Data { get; private init; }

    public IReadOnlyList<ShopifyGraphQLError> Errors { get; private init; } = [];

    public GraphQLExtensions Extensions { get; private init; } = GraphQLExtensions.None;

    public bool HasCode(string code) => Errors.Any(error => error.Code == code);

    /// <exception cref="JsonException">The bytes are not a JSON object.</exception>
    public static GraphQLAnswer Read(ReadOnlyMemory<byte> body)
    {
        var reader = new Utf8JsonReader(body.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("The answer is not a JSON object.");
        var answer = new GraphQLAnswer();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("data"u8))
            {
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                answer = answer with { Data = body[start..(int)reader.BytesConsumed] };
            }
            else if (reader.ValueTextEquals("errors"u8))
            {
                answer = answer with { Errors = ErrorListReader.Read(ReadElement(ref reader)) };
            }
            else if (reader.ValueTextEquals("extensions"u8))
            {
                answer = answer with { Extensions = GraphQLExtensions.Read(ReadElement(ref reader)) };
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        while (reader.Read())
        {
            // To the end, so that a body cut short or followed by rubbish counts as broken.
        }

        return answer;
    }

    private static JsonElement ReadElement(ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader);
}
