using System.Collections.Concurrent;

namespace WhatsApp.Emulator;

/// <summary>People a business number has blocked.</summary>
internal sealed class BlockList
{
    public const int Most = 64_000;

    private readonly ConcurrentDictionary<EmulatedPhone, byte> _people = new();

    public IReadOnlyList<EmulatedPhone> All => [.. _people.Keys];
    public bool IsFull => _people.Count >= Most;

    public bool Has(EmulatedPhone phone) => !_people.IsEmpty && _people.ContainsKey(phone);

    public void Add(EmulatedPhone phone) => _people[phone] = 0;

    public bool Remove(EmulatedPhone phone) => _people.TryRemove(phone, out _);
}
