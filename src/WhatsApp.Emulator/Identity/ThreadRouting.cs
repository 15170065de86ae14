using System.Collections.Concurrent;

namespace WhatsApp.Emulator;

/// <summary>Which threads of a number another app or agent owns.</summary>
internal sealed class ThreadRouting
{
    private readonly ConcurrentDictionary<EmulatedPhone, string> _owners = new();

    public string? OwnerOf(EmulatedPhone phone) => _owners.IsEmpty ? null : _owners.GetValueOrDefault(phone);

    /// <summary>The field that the person's messages arrive under.</summary>
    public string FieldFor(EmulatedPhone phone) => OwnerOf(phone) is null ? "messages" : "standby";

    public void Give(EmulatedPhone phone, string? role)
    {
        if (role is null)
            _owners.TryRemove(phone, out _);
        else
            _owners[phone] = role;
    }
}
