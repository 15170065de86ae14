using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;

namespace WhatsApp.Client;

/// <summary>
/// Turns records into the ids of buttons and rows, and tapped ids back into records. Each kind has a short name and a version, so that a
/// button from last year's release is recognised instead of misread. The id is <c>name.version{json}</c>; with a key it also carries a
/// signature, so that nobody else can make or change one. Immutable and thread-safe: <see cref="With{T}"/> returns a new one.
/// </summary>
public sealed class ReplyPayloads
{
    /// <summary>The most characters of a reply button's id and of a template's quick reply payload.</summary>
    public const int MaxButtonId = 256;

    /// <summary>The most characters of a list row's id, and so what fits everywhere.</summary>
    public const int MaxRowId = 200;

    private readonly PayloadSignature? _signature;
    private readonly ImmutableList<PayloadKind> _kinds;
    private readonly FrozenDictionary<(string Name, int Version), PayloadKind> _byName;
    private readonly FrozenDictionary<Type, PayloadKind> _byType;

    /// <summary>Knows no payload yet, and does not sign.</summary>
    public ReplyPayloads()
        : this(signature: null, [])
    {
    }

    /// <summary>Knows no payload yet. Signs with the first key and takes ids signed with any, so that keys can be changed.</summary>
    /// <param name="keys">HMAC-SHA256 keys, at least one, each 16 bytes or more. Secrets: keep them where tokens are kept. Copied.</param>
    /// <exception cref="ArgumentException">There is no key, or one is too short.</exception>
    public ReplyPayloads(params IReadOnlyList<byte[]> keys)
        : this(new PayloadSignature(keys), [])
    {
    }

    private ReplyPayloads(PayloadSignature? signature, ImmutableList<PayloadKind> kinds)
    {
        _signature = signature;
        _kinds = kinds;
        _byName = kinds.ToFrozenDictionary(kind => (kind.Name, kind.Version));
        _byType = kinds.Where(kind => kind.Encodes is not null).ToFrozenDictionary(kind => kind.Encodes!);
    }

    /// <summary>Adds a kind of payload, in the version written today.</summary>
    /// <typeparam name="T">The record; one name and version each.</typeparam>
    /// <param name="name">Short and lasting: 1 to 32 ASCII letters, digits, <c>_</c> or <c>-</c>. Never give it to another kind later.</param>
    /// <param name="version">From 0. Raise it when the record's members change their meaning, and keep the old one with <see cref="WithOlder{TOld,T}"/>.</param>
    /// <param name="json">How the record is written, from a source-generated context. It must become a JSON object; its text encoder does not matter.</param>
    /// <exception cref="ArgumentException">The name has another form, or the name and version or the type are there already.</exception>
    public ReplyPayloads With<T>(string name, int version, JsonTypeInfo<T> json)
        where T : notnull => Add(new PayloadKind<T, T>(name, version, json, value => value, typeof(T)));

    /// <summary>Adds an older version of a payload, which is read but never written.</summary>
    /// <typeparam name="TOld">The record as it was.</typeparam>
    /// <typeparam name="T">The record as it is now.</typeparam>
    /// <param name="name">The name it was written under.</param>
    /// <param name="version">The version it was written as.</param>
    /// <param name="json">How the old record was written.</param>
    /// <param name="upgrade">Makes today's record of it.</param>
    /// <exception cref="ArgumentException">The name has another form, or the name and version are there already.</exception>
    public ReplyPayloads WithOlder<TOld, T>(string name, int version, JsonTypeInfo<TOld> json, Func<TOld, T> upgrade)
        where TOld : notnull
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(upgrade);
        return Add(new PayloadKind<TOld, T>(name, version, json, upgrade, encodes: null));
    }

    /// <summary>The id of a payload.</summary>
    /// <param name="payload">A record of a type added with <see cref="With{T}"/>.</param>
    /// <param name="maxLength">The most characters it may have: <see cref="MaxRowId"/>, which fits everywhere, or <see cref="MaxButtonId"/>.</param>
    /// <exception cref="ArgumentException">The id would be too long. The message tells both lengths, not the payload.</exception>
    /// <exception cref="InvalidOperationException">The type was not added, or does not become a JSON object.</exception>
    public string Encode<T>(T payload, int maxLength = MaxRowId)
        where T : notnull
    {
        if (!_byType.TryGetValue(typeof(T), out var kind))
            throw new InvalidOperationException($"No payload of type {typeof(T).Name} is known: add it with With(\"name\", 1, …Json.Default.{typeof(T).Name}).");
        var id = PayloadId.Write(kind, payload, _signature);
        return id.Length <= maxLength
            ? id
            : throw new ArgumentException(
                $"The payload {kind.Name}.{kind.Version} takes {id.Length} characters, but this id may have {maxLength}. Shorten its members with [JsonPropertyName], or store the rest and encode its key.",
                nameof(payload));
    }

    /// <summary>What a tapped id is. Never throws for what somebody sent.</summary>
    /// <param name="id">The id or payload from the webhook; null or empty is not a payload.</param>
    public ReplyPayload Decode(string? id)
    {
        if (string.IsNullOrEmpty(id))
            return new ReplyPayload(ReplyPayloadOutcome.NotAPayload);
        if (!PayloadId.TryParse(id, out var parsed))
            return new ReplyPayload(ReplyPayloadOutcome.NotAPayload);
        if (_signature is not null && !_signature.IsBy(parsed))
            return new ReplyPayload(ReplyPayloadOutcome.NotAuthentic);
        if (!_byName.TryGetValue((parsed.Name, parsed.Version), out var kind))
            return new ReplyPayload(IsKnown(parsed.Name) ? ReplyPayloadOutcome.UnknownVersion : ReplyPayloadOutcome.UnknownName, parsed.Name, parsed.Version);
        return kind.TryRead(parsed.Json, out var value)
            ? new ReplyPayload(ReplyPayloadOutcome.Read, parsed.Name, parsed.Version, value)
            : new ReplyPayload(ReplyPayloadOutcome.Unreadable, parsed.Name, parsed.Version);
    }

    /// <summary>The record in a tapped id, if it is one of this type. Never throws for what somebody sent.</summary>
    /// <param name="id">The id or payload from the webhook.</param>
    /// <param name="payload">The record, upgraded where the id is older.</param>
    public bool TryDecode<T>(string? id, [NotNullWhen(true)] out T? payload)
        where T : notnull
    {
        if (Decode(id).Value is T value)
        {
            payload = value;
            return true;
        }

        payload = default;
        return false;
    }

    /// <summary>A reply button with the payload as its id.</summary>
    /// <param name="payload">As for <see cref="Encode"/>.</param>
    /// <param name="title">What it says: 1 to 20 characters.</param>
    public ReplyButton Button<T>(T payload, string title)
        where T : notnull => new(Encode(payload, MaxButtonId), title);

    /// <summary>A list row with the payload as its id.</summary>
    /// <param name="payload">As for <see cref="Encode"/>.</param>
    /// <param name="title">What it says: 1 to 24 characters.</param>
    /// <param name="description">A second line, at most 72 characters; null for none.</param>
    public ListRow Row<T>(T payload, string title, string? description = null)
        where T : notnull => new(Encode(payload), title, description);

    /// <summary>A choice with the payload as its id, for a button or a row.</summary>
    /// <param name="payload">As for <see cref="Encode"/>.</param>
    /// <param name="title">What it says.</param>
    /// <param name="description">A second line, at most 72 characters; null for none.</param>
    public Choice Choice<T>(T payload, string title, string? description = null)
        where T : notnull => new(Encode(payload), title, description);

    /// <summary>A template's quick reply button with the payload as what comes back.</summary>
    /// <param name="index">The button's place among all of the template's, 0 to 9.</param>
    /// <param name="payload">As for <see cref="Encode"/>.</param>
    public TemplateButton.QuickReply QuickReply<T>(int index, T payload)
        where T : notnull => new(index, Encode(payload, MaxButtonId));

    private bool IsKnown(string name) => _kinds.Exists(kind => kind.Name == name);

    private ReplyPayloads Add(PayloadKind kind)
    {
        if (_byName.ContainsKey((kind.Name, kind.Version)))
            throw new ArgumentException($"The payload {kind.Name}.{kind.Version} is there already.", nameof(kind));
        if (kind.Encodes is { } type && _byType.ContainsKey(type))
            throw new ArgumentException($"The type {type.Name} has a payload already; an older version is added with WithOlder.", nameof(kind));
        return new ReplyPayloads(_signature, _kinds.Add(kind));
    }
}
