using System.Security.Cryptography;

namespace ShopBot.Engine.Security;

/// <summary>The keys from configuration that protect the key ring: the first one locks, all of them open.</summary>
internal sealed class KeyRingSecrets
{
    private const int Size = 32;
    private readonly List<byte[]> _keys = [];

    /// <exception cref="InvalidOperationException">A key is not 32 bytes in base64.</exception>
    public KeyRingSecrets(string key, IEnumerable<string> previousKeys)
    {
        foreach (var text in previousKeys.Prepend(key))
            _keys.Add(Read(text));
    }

    public byte[] Current => _keys[0];

    public IEnumerable<byte[]> All => _keys;

    // The text is a secret, so nothing of it is told.
    private static byte[] Read(string text)
    {
        var bytes = new byte[Size];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length) && length == Size
            ? bytes
            : throw new InvalidOperationException("ShopBot:DataProtection:Key and :PreviousKeys must each be 32 random bytes in base64: openssl rand -base64 32.");
    }
}
