using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// The text form: <c>name.version{json}</c>, only <c>name.version</c> when the record has no members, and with <c>~signature</c> at the end
/// when signed.
/// </summary>
internal static class PayloadId
{
    private const int MaxName = 32;
    // The signs of Base64Url too, so a text that ends with } has no signature.
    private static readonly SearchValues<char> NameSigns =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    public static bool IsName(ReadOnlySpan<char> name) => name.Length is > 0 and <= MaxName && !name.ContainsAnyExcept(NameSigns);

    public static string Write(PayloadKind kind, object payload, PayloadSignature? signature)
    {
        using var buffer = new PooledBuffer();
        using (var writer = new Utf8JsonWriter(buffer, JsonWriting.Options))
            kind.Write(writer, payload);
        var json = Encoding.UTF8.GetString(buffer.Written.Span);
        if (json is not ['{', .., '}'])
            throw new InvalidOperationException($"The payload {kind.Name} must be written as a JSON object.");
        var id = string.Create(CultureInfo.InvariantCulture, $"{kind.Name}.{kind.Version}{(json == "{}" ? "" : json)}");
        return signature is null ? id : $"{id}~{signature.Sign(id)}";
    }

    public static bool TryParse(string id, out ParsedId parsed)
    {
        parsed = default;
        var text = id.AsSpan();
        var signature = ReadOnlySpan<char>.Empty;
        if (text.Length > PayloadSignature.Length
            && text[^(PayloadSignature.Length + 1)] == '~'
            && !text[^PayloadSignature.Length..].ContainsAnyExcept(NameSigns))
        {
            signature = text[^PayloadSignature.Length..];
            text = text[..^(PayloadSignature.Length + 1)];
        }

        var dot = text.IndexOf('.');
        if (dot < 0 || !IsName(text[..dot]))
            return false;
        var brace = text.IndexOf('{');
        var digits = brace < 0 ? text[(dot + 1)..] : text[(dot + 1)..Math.Max(brace, dot + 1)];
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version) || digits is ['0', _, ..])
            return false;
        if (brace >= 0 && text[^1] != '}')
            return false;
        parsed = new ParsedId(text[..dot].ToString(), version, brace < 0 ? "{}" : text[brace..], text, signature);
        return true;
    }
}

/// <summary>An id of our form, taken apart; whether name and version are known is not said.</summary>
internal readonly ref struct ParsedId(string name, int version, ReadOnlySpan<char> json, ReadOnlySpan<char> signed, ReadOnlySpan<char> signature)
{
    public readonly string Name = name;
    public readonly int Version = version;
    public readonly ReadOnlySpan<char> Json = json;
    public readonly ReadOnlySpan<char> Signed = signed;
    public readonly ReadOnlySpan<char> Signature = signature;
}
