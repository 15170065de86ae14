using System.Globalization;
using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <content>Who a person is towards a business, and how that changes.</content>
public sealed partial class EmulatedPhone
{
    private string _identityHash = MessageIds.NewHash();
    private DateTimeOffset? _identityChangedAt;

    /// <summary>Changes with each new installation; businesses that check identities see it.</summary>
    internal string IdentityHash => _identityHash;

    /// <summary>The user id shared by all portfolios of an enterprise; null unless the number's portfolio is enrolled.</summary>
    public string? ParentUserIdFor(EmulatedNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.EnterpriseId is { } enterprise ? _ids.ParentUserIdIn(enterprise) : null;
    }

    /// <summary>
    /// Moves to another phone number, which makes new user ids. Every business in whose chats the person is hears of it by a
    /// <c>system</c> message.
    /// </summary>
    /// <param name="waId">The new number, digits only.</param>
    /// <param name="userId">The new user id; null keeps none if there was none, and makes one otherwise.</param>
    /// <param name="cancellationToken">Stops waiting for the webhooks.</param>
    /// <exception cref="ArgumentException">The number or id is malformed or taken.</exception>
    public Task ChangesNumberAsync(string waId, string? userId = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(waId);
        var newUserId = userId ?? (_ids.UserId is null ? null : MessageIds.NewUserId(_ids.UserId[..2]));
        return ChangeIdsAsync(waId, newUserId, "user_changed_number", cancellationToken);
    }

    /// <summary>Gets another user id while the phone number stays; businesses hear of it by a <c>system</c> message.</summary>
    /// <param name="userId">The new user id; null makes one.</param>
    /// <param name="isSilent">No webhook tells of it, as also happens.</param>
    /// <param name="cancellationToken">Stops waiting for the webhooks.</param>
    /// <exception cref="InvalidOperationException">The person has no user id.</exception>
    public Task ChangesUserIdAsync(string? userId = null, bool isSilent = false, CancellationToken cancellationToken = default)
    {
        var old = _ids.UserId ?? throw new InvalidOperationException("The person has no user id.");
        return ChangeIdsAsync(null, userId ?? MessageIds.NewUserId(old[..2]), isSilent ? null : "user_changed_user_id", cancellationToken);
    }

    /// <summary>Re-installs WhatsApp: numbers that check identities are told, and sends with the old hash are refused with 137000.</summary>
    public Task ReinstallsAsync(CancellationToken cancellationToken = default)
    {
        _identityHash = MessageIds.NewHash();
        _identityChangedAt = _cloud.Time.GetUtcNow();
        var telling = Chats.Where(chat => chat.Number.Settings.ChecksIdentity).Select(chat => TellAsync(
            chat.Number,
            new JsonObject { ["type"] = "customer_identity_changed", ["body"] = $"User {Name}'s security code changed" },
            VisibleWaId(chat.Number), UserIdFor(chat.Number), cancellationToken));
        return Task.WhenAll(telling);
    }

    internal JsonObject Identity() => new()
    {
        ["acknowledged"] = _identityChangedAt is null,
        ["created_timestamp"] = (_identityChangedAt ?? DateTimeOffset.UnixEpoch.AddSeconds(1_760_000_000)).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        ["hash"] = _identityHash,
    };

    internal void TakeIds(string? waId, string? userId) => _ids = new PersonIds(waId ?? _ids.WaId, userId ?? _ids.UserId);

    private Task ChangeIdsAsync(string? waId, string? userId, string? type, CancellationToken cancellationToken)
    {
        var before = Chats.Select(chat => (chat.Number, WaId: VisibleWaId(chat.Number), UserId: UserIdFor(chat.Number), Parent: ParentUserIdFor(chat.Number))).ToArray();
        var oldWaId = WaId;
        _cloud.People.Change(this, waId, userId);
        if (type is null)
            return Task.CompletedTask;
        return Task.WhenAll(before.Select(known =>
        {
            var system = new JsonObject { ["type"] = type };
            if (type == "user_changed_number")
            {
                system["body"] = $"User {Name} changed from {oldWaId} to {waId}";
                system["wa_id"] = waId;
            }
            else
            {
                system["body"] = $"User {Name} changed the user id";
            }

            if (UserIdFor(known.Number) is { } current)
            {
                system["user_id"] = current;
                system["previous_user_id"] = known.UserId;
            }

            if (ParentUserIdFor(known.Number) is { } parent)
                system["parent_user_id"] = parent;
            return TellAsync(known.Number, system, type == "user_changed_number" ? known.WaId : null, known.UserId, cancellationToken);
        }));
    }

    private Task TellAsync(EmulatedNumber number, JsonObject system, string? waId, string? userId, CancellationToken cancellationToken)
    {
        var body = new JsonObject();
        if (waId is not null)
            body["from"] = waId;
        if (userId is not null)
            body["from_user_id"] = userId;
        body["id"] = MessageIds.NewMessage(waId ?? userId ?? Id);
        body["timestamp"] = _cloud.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        body["type"] = "system";
        body["system"] = system;
        if (number.Settings.ChecksIdentity)
            body["identity"] = Identity();
        return _cloud.Sender.RaiseAsync(new JsonEvent(number.Waba, number, "messages", body) { List = "messages" }, cancellationToken);
    }
}
