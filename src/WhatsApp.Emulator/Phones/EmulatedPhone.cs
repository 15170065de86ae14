using System.Collections.Concurrent;

namespace WhatsApp.Emulator;

/// <summary>A person with WhatsApp on a phone: writes, taps, reads. The phone page shows the same chats.</summary>
public sealed partial class EmulatedPhone
{
    private static readonly TimeSpan VisibleFor = TimeSpan.FromDays(30);

    private readonly EmulatedCloud _cloud;
    private readonly ConcurrentDictionary<EmulatedNumber, Chat> _chats = new();
    private volatile PersonIds _ids;

    internal EmulatedPhone(EmulatedCloud cloud, string id, string name, string? waId, string? userId, string? username)
    {
        _cloud = cloud;
        _ids = new PersonIds(waId, userId);
        Id = id;
        Name = name;
        Username = username;
    }

    /// <summary>Names this phone in the phone page and the control API, for example <c>p1</c>.</summary>
    public string Id { get; }

    /// <summary>The profile name businesses see.</summary>
    public string Name { get; }

    /// <summary>The phone number, digits only, or null for a person known by user id only.</summary>
    public string? WaId => _ids.WaId;

    /// <summary>The username, or null. A person with a username hides the phone number.</summary>
    public string? Username { get; set; }

    /// <summary>
    /// Whether arriving messages are read by themselves. False: they are read by <see cref="ReadAsync"/> or by looking at them in the
    /// phone page. Default true.
    /// </summary>
    public bool ReadsAutomatically { get; set; } = true;

    internal IEnumerable<Chat> Chats => _chats.Values;

    /// <summary>The user id this person has towards a number; it differs between business portfolios. Null for a person without one.</summary>
    public string? UserIdFor(EmulatedNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return _ids.UserIdIn(number.PortfolioId);
    }

    /// <summary>The messages of the chat with a number, oldest first.</summary>
    public IReadOnlyList<ChatMessage> Chat(EmulatedNumber number) => ChatWith(number).Messages();

    /// <summary>Whether the business shows as typing: at most 25 s, and not after its next message.</summary>
    public bool SeesTyping(EmulatedNumber number) => ChatWith(number).IsTyping;

    /// <summary>Waits for a message of the business that matches, past ones included.</summary>
    /// <param name="number">The business.</param>
    /// <param name="match">Which message.</param>
    /// <param name="timeout">How long to wait, in real time.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="TimeoutException">None came in time.</exception>
    public Task<ChatMessage> WaitForMessageAsync(EmulatedNumber number, Func<ChatMessage, bool> match, TimeSpan timeout, CancellationToken cancellationToken = default) =>
        ChatWith(number).WaitForAsync(message => message.IsFromBusiness && match(message), timeout, cancellationToken);

    /// <inheritdoc/>
    public override string ToString() => $"EmulatedPhone {Id}";

    internal Chat ChatWith(EmulatedNumber number) => _chats.GetOrAdd(number, static (key, phone) => new Chat(phone._cloud, phone, key), this);

    /// <summary>The phone number as far as this business may see it.</summary>
    internal string? VisibleWaId(EmulatedNumber number) =>
        WaId is { } waId && (Username is null || number.ContactBook.Knows(this) || _cloud.Time.GetUtcNow() - ChatWith(number).WrittenToPhoneAt < VisibleFor) ? waId : null;
}
