namespace WhatsApp.Emulator;

/// <summary>What a token needs for an edge.</summary>
internal enum Permission
{
    None,
    Messaging,
    Management,
}
