using System.Globalization;
using System.Text;
using System.Text.Json;

namespace WhatsApp.Client.Serialization;

/// <summary>
/// JSON as a tree, for kinds too rare to deserve a walk of their own. As tolerant as <see cref="JsonReading"/>: asking for what is not
/// there, or is of another kind, gives null or an empty tree. The framework's tree fails on half a surrogate pair.
/// </summary>
internal sealed class JsonTree
{
    /// <summary>What is not there.</summary>
    public static readonly JsonTree Missing = new(JsonTokenType.None, default, null, [], []);
    private readonly string? _text;
    private readonly List<KeyValuePair<string, JsonTree>> _members;
    private readonly List<JsonTree> _elements;

    private JsonTree(JsonTokenType kind, JsonSlice slice, string? text, List<KeyValuePair<string, JsonTree>> members, List<JsonTree> elements) =>
        (Kind, Slice, _text, _members, _elements) = (kind, slice, text, members, elements);

    /// <summary>The first token, so that an object is <see cref="JsonTokenType.StartObject"/>; none when there is nothing.</summary>
    public JsonTokenType Kind { get; }

    /// <summary>Where it stands in what was read.</summary>
    public JsonSlice Slice { get; }

    public bool IsObject => Kind == JsonTokenType.StartObject;

    public bool IsArray => Kind == JsonTokenType.StartArray;

    public IReadOnlyList<JsonTree> Elements => _elements;

    public IReadOnlyList<KeyValuePair<string, JsonTree>> Members => _members;

    /// <summary>The last member of this name.</summary>
    public JsonTree this[string name]
    {
        get
        {
            for (var i = _members.Count - 1; i >= 0; i--)
            {
                if (_members[i].Key == name)
                    return _members[i].Value;
            }

            return Missing;
        }
    }

    /// <summary>A text as it is, a number as it was written, else null.</summary>
    public string? Value => _text;

    /// <param name="json">One well-formed value; the tree does not keep it.</param>
    public static JsonTree Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return Read(ref reader);
    }

    /// <summary>A text or number that is not empty.</summary>
    public string? Id(string name) => string.IsNullOrEmpty(this[name]._text) ? null : this[name]._text;

    public string? Text(string name) => this[name] is { Kind: JsonTokenType.String } value ? value._text : null;

    public long? Long(string name) => long.TryParse(this[name]._text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public int? Int(string name) => Long(name) is { } number and >= int.MinValue and <= int.MaxValue ? (int)number : null;

    public decimal? Decimal(string name) => decimal.TryParse(this[name]._text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public double? Double(string name) =>
        double.TryParse(this[name]._text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    public bool? Flag(string name) => this[name].Kind switch { JsonTokenType.True => true, JsonTokenType.False => false, _ => null };

    public DateTimeOffset? Instant(string name) => UnixTime.Instant(Long(name));

    /// <summary>The texts and numbers of an array.</summary>
    public ValueList<string> Texts(string name) => ValueList<string>.Of([.. this[name]._elements.Where(one => !string.IsNullOrEmpty(one._text)).Select(one => one._text!)]);

    /// <summary>The objects of an array, each as something else.</summary>
    public ValueList<T> Objects<T>(string name, Func<JsonTree, T> read) =>
        ValueList<T>.Of([.. this[name]._elements.Where(one => one.IsObject).Select(read)]);

    private static JsonTree Read(ref Utf8JsonReader reader)
    {
        var kind = reader.TokenType;
        var start = (int)reader.TokenStartIndex;
        string? text = null;
        List<KeyValuePair<string, JsonTree>> members = Missing._members;
        List<JsonTree> elements = Missing._elements;
        switch (kind)
        {
            case JsonTokenType.String:
                text = JsonReading.Text(ref reader);
                break;
            case JsonTokenType.Number:
                text = Encoding.UTF8.GetString(reader.ValueSpan);
                break;
            case JsonTokenType.StartArray:
                elements = [];
                while (JsonReading.NextElement(ref reader))
                    elements.Add(Read(ref reader));
                break;
            case JsonTokenType.StartObject:
                members = [];
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var name = JsonReading.NameText(ref reader);
                    reader.Read();
                    members.Add(new(name, Read(ref reader)));
                }

                break;
        }

        return new JsonTree(kind, new JsonSlice(start, (int)reader.BytesConsumed - start), text, members, elements);
    }
}
