using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shopify.Client;

/// <summary>Reads the <c>data</c> of an answer by hand.</summary>
internal abstract class DataConverter<TData> : JsonConverter<TData>
    where TData : class
{
    public sealed override TData Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartObject
            ? ReadData(ref reader, new RepeatedTexts())
            : throw new JsonException("The data is not an object.");

    public sealed override void Write(Utf8JsonWriter writer, TData value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are only read.");

    /// <summary>Reads the object the reader stands at the opening brace of.</summary>
    protected abstract TData ReadData(ref Utf8JsonReader json, RepeatedTexts texts);
}
