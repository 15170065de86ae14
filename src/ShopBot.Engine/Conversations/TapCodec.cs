using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ShopBot.Engine.Conversations;

/// <summary>
/// Turns a record into the id of a button or row, and back: <c>flow.version:Name{json}</c>.
/// </summary>
internal sealed class TapCodec(string flow, int version, JsonSerializerContext json)
{
    /// <summary>The shorter of the platform's two limits: a list row's id. A button's may have 256.</summary>
    private const int MaxIdLength = 200;

    private readonly string _prefix = $"{flow}.{version}:";

    public static string NameOf<TTap>() => typeof(TTap).Name;

    public string Write<TTap>(TTap tap)
    {
        var body = JsonSerializer.Serialize(tap, InfoOf<TTap>());
        var id = _prefix + NameOf<TTap>() + (body == "{}" ? "" : body);
        if (id.Length > MaxIdLength)
            throw new InvalidOperationException($"The tap {NameOf<TTap>()} takes {id.Length} characters; a row's id may have {MaxIdLength}.");
        return id;
    }

    public Func<TapText, TTap?> Reader<TTap>()
    {
        var info = InfoOf<TTap>();
        return text =>
        {
            try
            {
                return JsonSerializer.Deserialize(text.Json, info);
            }
            catch (JsonException)
            {
                return default;
            }
        };
    }

    /// <summary>Reads the frame of an id. False: it is not of this flow and version.</summary>
    public bool TryParse(string id, out TapText tap)
    {
        tap = default;
        if (!id.StartsWith(_prefix, StringComparison.Ordinal))
            return false;
        var rest = id.AsSpan(_prefix.Length);
        var brace = rest.IndexOf('{');
        var name = brace < 0 ? rest : rest[..brace];
        tap = new TapText(name.ToString(), brace < 0 ? "{}" : rest[brace..].ToString());
        return true;
    }

    private JsonTypeInfo<TTap> InfoOf<TTap>() => json.GetTypeInfo(typeof(TTap)) as JsonTypeInfo<TTap>
        ?? throw new InvalidOperationException($"{json.GetType().Name} does not know {typeof(TTap).Name}: add [JsonSerializable(typeof({typeof(TTap).Name}))].");
}

/// <summary>The readable frame of a tap.</summary>
internal readonly record struct TapText(string Name, string Json);
