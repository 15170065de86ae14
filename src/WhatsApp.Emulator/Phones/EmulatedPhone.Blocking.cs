using System.Collections.Concurrent;

namespace WhatsApp.Emulator;

/// <content>Whom a person does not want to hear from.</content>
public sealed partial class EmulatedPhone
{
    private readonly ConcurrentDictionary<EmulatedNumber, byte> _blocked = new();

    /// <summary>Blocks a business: its messages stay at <c>sent</c> and are never seen. The business is not told.</summary>
    public void Block(EmulatedNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        _blocked[number] = 0;
    }

    /// <summary>Takes a block back.</summary>
    public void Unblock(EmulatedNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        _blocked.TryRemove(number, out _);
    }

    internal bool HasBlocked(EmulatedNumber number) => !_blocked.IsEmpty && _blocked.ContainsKey(number);
}
