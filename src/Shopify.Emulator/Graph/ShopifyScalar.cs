using System.Globalization;
using System.Text.Json;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Shopify.Emulator.Graph;

/// <summary>One of the schema's own scalars. On the wire all of them are strings; what differs is how values are written.</summary>
internal sealed class ShopifyScalar : ScalarGraphType
{
    private static readonly string[] PlainText =
        ["ARN", "BigInt", "Color", "Date", "FormattedString", "HTML", "StorefrontID", "UnsignedInt64", "UtcOffset"];

    private readonly Func<object, object?> _write;
    private readonly Func<string, object?>? _read;

    private ShopifyScalar(string name, Func<object, object?> write, Func<string, object?>? read = null)
    {
        Name = name;
        _write = write;
        _read = read;
    }

    /// <summary>Every custom scalar of the Admin and Storefront schemas.</summary>
    public static IEnumerable<ShopifyScalar> All() =>
    [
        new("DateTime", WriteTime, static text => ReadTime(text)),
        new("ISO8601DateTime", WriteTime, static text => ReadTime(text)),
        new("Decimal", static v => v is decimal d ? Money.Normalised(d) : Text(v), static text => ReadDecimal(text)),
        new("Money", static v => v is decimal d ? Money.TwoDecimals(d) : Text(v), static text => ReadDecimal(text)),
        .. PlainText.Select(static name => new ShopifyScalar(name, Text)),
        new("JSON", static v => v is JsonElement ? v : Text(v)),
        new("URL", Text, static text => Uri.IsWellFormedUriString(text, UriKind.RelativeOrAbsolute) ? text : null),
    ];

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue text => ParseText((string)text.Value) ?? ThrowLiteralConversionError(value),
        GraphQLIntValue or GraphQLFloatValue when AcceptsNumbers => ParseText(((IHasValueNode)value).Value.ToString()),
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        string text => ParseText(text) ?? ThrowValueConversionError(value),
        int or long or double or decimal when AcceptsNumbers => ParseText(Text(value)!),
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) => value is null ? null : _write(value);

    private bool AcceptsNumbers => Name is "Decimal" or "Money" or "UnsignedInt64" or "BigInt" or "JSON";

    private object? ParseText(string text) => _read is null ? text : _read(text);

    private static string? Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture);

    private static string? WriteTime(object value) => value is DateTimeOffset time
        ? time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : Text(value);

    private static DateTimeOffset? ReadTime(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static decimal? ReadDecimal(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
}
