using System.Collections.Concurrent;

namespace WhatsApp.Emulator;

/// <summary>The calls of a number under way, and who may be called.</summary>
internal sealed class CallBook
{
    private readonly ConcurrentDictionary<string, EmulatedCall> _calls = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<EmulatedPhone, DateTimeOffset?> _permissions = new();

    public EmulatedCall? Find(string id) => _calls.GetValueOrDefault(id);

    public void Add(EmulatedCall call) => _calls[call.Id] = call;

    public void Remove(EmulatedCall call) => _calls.TryRemove(call.Id, out _);

    /// <param name="phone">Who.</param>
    /// <param name="until">Until when; null: for good.</param>
    public void Permit(EmulatedPhone phone, DateTimeOffset? until) => _permissions[phone] = until;

    public void Refuse(EmulatedPhone phone) => _permissions.TryRemove(phone, out _);

    public bool TryGetPermission(EmulatedPhone phone, DateTimeOffset now, out DateTimeOffset? until) =>
        _permissions.TryGetValue(phone, out until) && (until is null || until > now);
}
