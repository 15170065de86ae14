using System.Text.RegularExpressions;
using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client;

/// <summary>
/// Whom a message is for. A closed union, because the platform wants each kind in another place: a user id sent as a phone number
/// is answered with 200 and then lost.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages">messages</see>.
/// </summary>
public abstract partial record Recipient
{
    private Recipient()
    {
    }

    /// <summary>A person known by phone number. Prefer it over <see cref="User"/> when both are known: it keeps the number visible in webhooks.</summary>
    /// <param name="Number">Country code and number, 7 to 15 digits, with or without a leading <c>+</c>; always sent with one.</param>
    /// <exception cref="ArgumentException">The number has another form. The message does not show it.</exception>
    public sealed record Phone(string Number) : Recipient
    {
        /// <summary>The number as it was given.</summary>
        public string Number { get; init => field = CheckNumber(value); } = CheckNumber(Number);

        private static string CheckNumber(string number) => number is not null && NumberPattern().IsMatch(number)
            ? number
            : throw new ArgumentException("A phone number is 7 to 15 digits, optionally after a plus sign.", nameof(number));
    }

    /// <summary>A person known by business-scoped user id (BSUID) or parent BSUID.</summary>
    /// <param name="UserId">Such as <c>DE.48213377190552</c> or <c>DE.ENT.48213377190552</c>; case-sensitive.</param>
    /// <exception cref="ArgumentException">The id has another form. The message does not show it.</exception>
    public sealed record User(string UserId) : Recipient
    {
        /// <summary>The id as it was given.</summary>
        public string UserId { get; init => field = CheckUserId(value); } = CheckUserId(UserId);

        private static string CheckUserId(string userId) => userId is not null && UserIdPattern().IsMatch(userId)
            ? userId
            : throw new ArgumentException("A business-scoped user id is a country code, a dot and 1 to 128 letters or digits.", nameof(userId));
    }

    /// <summary>A group of this business. Groups take no interactive messages.</summary>
    /// <param name="GroupId">The group's id; not empty.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public sealed record Group(string GroupId) : Recipient
    {
        /// <summary>The id as it was given.</summary>
        public string GroupId { get; init => field = CheckGroupId(value); } = CheckGroupId(GroupId);

        private static string CheckGroupId(string groupId) => !string.IsNullOrWhiteSpace(groupId)
            ? groupId
            : throw new ArgumentException("A group id is needed.", nameof(groupId));
    }

    /// <summary>
    /// Whom an answer to this message goes to: the group it came from, else the phone number, else the user id;
    /// null when the message names nobody, as system messages may.
    /// </summary>
    /// <param name="message">The message to answer.</param>
    public static Recipient? ReplyTo(MessageReceived message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.GroupId is { } groupId)
            return new Group(groupId);
        if (message.From.WaId is { } waId && NumberPattern().IsMatch(waId))
            return new Phone(waId);
        return message.From.UserId is { } userId && UserIdPattern().IsMatch(userId) ? new User(userId) : null;
    }

    /// <summary>The kind of recipient only: the rest is personal data.</summary>
    public sealed override string ToString() => $"Recipient.{GetType().Name}";

    [GeneratedRegex(@"^\+?[0-9]{7,15}\z")]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}\z")]
    private static partial Regex UserIdPattern();
}
