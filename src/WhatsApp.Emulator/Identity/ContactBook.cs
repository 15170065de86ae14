using System.Collections.Concurrent;

namespace WhatsApp.Emulator;

/// <summary>Whose phone numbers a portfolio keeps although they are hidden.</summary>
internal sealed class ContactBook
{
    private readonly ConcurrentDictionary<EmulatedPhone, byte> _people = new();

    public bool Knows(EmulatedPhone phone) => !_people.IsEmpty && _people.ContainsKey(phone);

    public void Add(EmulatedPhone phone) => _people[phone] = 0;

    public bool Remove(EmulatedPhone phone) => _people.TryRemove(phone, out _);
}
