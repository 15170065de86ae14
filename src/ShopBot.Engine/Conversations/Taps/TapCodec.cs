using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Turns;

namespace ShopBot.Engine.Conversations;

/// <summary>
/// Turns a record into the id of a button or row, and back: <c>flow.version:Name~expiry{json}!signature</c>; expiry, JSON and signature only where there is one.
/// </summary>
internal sealed class TapCodec(string flow, int version, JsonSerializerContext json)
{
    /// <summary>What a list row's id may have.</summary>
    public const int MaxRowId = 200;

    /// <summary>What a button's id may have.</summary>
    public const int MaxButtonId = 256;

    /// <summary>12 bytes of an HMAC-SHA256 in Base64Url: 96 bits, far beyond guessing at the pace of a chat.</summary>
    private const int SignatureLength = 16;
    private const char BeforeExpiry = '~';
    private const char BeforeSignature = '!';

    private readonly string _prefix = string.Create(CultureInfo.InvariantCulture, $"{flow}.{version}:");

    public static string NameOf<TTap>() => typeof(TTap).Name;

    /// <summary>The flow whose frame the id has; empty when it has none.</summary>
    public static ReadOnlySpan<char> FlowOf(string id) => id.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? id.AsSpan(0, dot) : default;

    public string Write<TTap>(TTap tap, TapTerms terms, in TapSeal seal, int most) =>
        Frame(NameOf<TTap>(), JsonSerializer.Serialize(tap, InfoOf<TTap>()) is var body && body == "{}" ? "" : body, terms, seal, most);

    /// <summary>The id of an answer to a question: <c>flow.version:?question.number</c> and the value's JSON in brackets.</summary>
    public string WriteAnswer<T>(OpenQuestion question, T value, int most) =>
        Frame(AnswerName(question), $"{{{JsonSerializer.Serialize(value, InfoOf<T>())}}}", TapTerms.None, default, most);

    /// <summary>The id of a question's next page.</summary>
    public string WritePage(OpenQuestion question, int page) =>
        Frame(AnswerName(question), string.Create(CultureInfo.InvariantCulture, $"+{page}"), TapTerms.None, default, MaxRowId);

    public Func<TapText, TTap?> Reader<TTap>()
    {
        var info = InfoOf<TTap>();
        return text =>
        {
            try
            {
                return JsonSerializer.Deserialize(text.Json.Length == 0 ? "{}" : text.Json.Span, info);
            }
            catch (JsonException)
            {
                return default;
            }
        };
    }

    /// <summary>Reads the frame of an id. False: it is not of this flow.</summary>
    public bool TryParse(string id, out TapText tap)
    {
        tap = default;
        if (!id.StartsWith(flow, StringComparison.Ordinal) || id.Length <= flow.Length || id[flow.Length] != '.')
            return false;
        var colon = id.IndexOf(':', flow.Length);
        if (colon < 0 || !int.TryParse(id.AsSpan(flow.Length + 1, colon - flow.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var writtenBy))
            return false;

        var rest = id.AsMemory(colon + 1);
        var signature = default(ReadOnlyMemory<char>);
        if (rest.Length > SignatureLength && rest.Span[^(SignatureLength + 1)] == BeforeSignature)
        {
            signature = rest[^SignatureLength..];
            rest = rest[..^(SignatureLength + 1)];
        }

        var brace = rest.Span.IndexOfAny('{', '+');
        var name = brace < 0 ? rest : rest[..brace];
        var expiry = default(ReadOnlyMemory<char>);
        if (name.Span.IndexOf(BeforeExpiry) is >= 0 and var tilde)
            (name, expiry) = (name[..tilde], name[(tilde + 1)..]);
        tap = new TapText(id, writtenBy, name, brace < 0 ? default : rest[brace..], expiry, signature);
        return true;
    }

    /// <summary>Whether the tap may still be meant: its version, its expiry, its signature.</summary>
    public bool Honours(in TapText tap, TapTerms terms, in TapSeal seal)
    {
        if (tap.Version > version || tap.Version < Math.Min(terms.Since ?? version, version))
            return false;
        if (!tap.Expiry.IsEmpty && !(long.TryParse(tap.Expiry.Span, NumberStyles.None, CultureInfo.InvariantCulture, out var until) && seal.Now.ToUnixTimeSeconds() < until))
            return false;
        if (terms.Lifetime is not null && tap.Expiry.IsEmpty)
            return false;
        if (!terms.Signed)
            return true;
        if (seal.Key.IsEmpty || tap.Signature.IsEmpty)
            return false;
        Span<char> expected = stackalloc char[SignatureLength];
        Sign(tap.Id.AsSpan(0, tap.Id.Length - SignatureLength - 1), seal, expected);
        return CryptographicOperations.FixedTimeEquals(
            System.Runtime.InteropServices.MemoryMarshal.AsBytes(expected), System.Runtime.InteropServices.MemoryMarshal.AsBytes(tap.Signature.Span));
    }

    public JsonTypeInfo<T> InfoOf<T>() => json.GetTypeInfo(typeof(T)) as JsonTypeInfo<T>
        ?? throw new InvalidOperationException($"{json.GetType().Name} does not know {typeof(T).Name}: add [JsonSerializable(typeof({typeof(T).Name}))].");

    private static string AnswerName(OpenQuestion question) => string.Create(CultureInfo.InvariantCulture, $"?{question.Name}.{question.Number}");

    private string Frame(string name, string body, TapTerms terms, in TapSeal seal, int most)
    {
        var id = terms.Lifetime is { } lifetime
            ? string.Create(CultureInfo.InvariantCulture, $"{_prefix}{name}{BeforeExpiry}{(seal.Now + lifetime).ToUnixTimeSeconds()}{body}")
            : string.Concat(_prefix, name, body);
        if (terms.Signed)
        {
            if (seal.Key.IsEmpty)
                throw new InvalidOperationException($"The tap {name} is signed, but the turn was given no signing key.");
            Span<char> signature = stackalloc char[SignatureLength];
            Sign(id, seal, signature);
            id = $"{id}{BeforeSignature}{signature}";
        }

        if (id.Length > most)
            throw new InvalidOperationException($"The tap {name} takes {id.Length} characters; a {(most == MaxRowId ? "row" : "button")}'s id may have {most}.");
        return id;
    }

    /// <summary>Binds the id to the customer, so that one person's button is of no use to another.</summary>
    private static void Sign(ReadOnlySpan<char> id, in TapSeal seal, Span<char> signature)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(seal.Key.Span, Encoding.UTF8.GetBytes($"tap\n{seal.Customer}\n{id}"), hash);
        Base64Url.EncodeToChars(hash[..12], signature);
    }
}

/// <summary>The readable frame of a tap.</summary>
/// <param name="Id">The whole.</param>
/// <param name="Version">The version of the flow that wrote it.</param>
/// <param name="Name">The payload's type, or a question.</param>
/// <param name="Json">The payload; empty when it has no members.</param>
/// <param name="Expiry">Unix seconds; empty when it never ends.</param>
/// <param name="Signature">Empty when unsigned.</param>
internal readonly record struct TapText(
    string Id, int Version, ReadOnlyMemory<char> Name, ReadOnlyMemory<char> Json, ReadOnlyMemory<char> Expiry, ReadOnlyMemory<char> Signature);

/// <summary>Under what a tap is signed and when.</summary>
internal readonly record struct TapSeal(ReadOnlyMemory<byte> Key, CustomerId Customer, DateTimeOffset Now);
