using System.Security.Cryptography;

namespace WhatsApp.Client.AspNetCore;

/// <summary>What is needed to read and to trust what a flow sends. Make it once per owner and keep it; thread-safe.</summary>
public sealed class FlowKeys : IDisposable
{
    private readonly RSA _rsa = RSA.Create();
    private readonly Lock _lock = new();

    /// <summary>Takes the keys.</summary>
    /// <param name="privateKeyPem">The RSA private key in PEM whose public half the platform has. Secret.</param>
    /// <param name="appSecrets">App secrets that may have signed, several while one is being replaced; none accepts nothing. Secret.</param>
    /// <param name="passphrase">What the PEM is encrypted with; null when it is not. Secret.</param>
    /// <exception cref="ArgumentException">The PEM holds no usable RSA key.</exception>
    /// <exception cref="CryptographicException">The passphrase is wrong.</exception>
    public FlowKeys(string privateKeyPem, IReadOnlyList<string> appSecrets, string? passphrase = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(privateKeyPem);
        ArgumentNullException.ThrowIfNull(appSecrets);
        AppSecrets = appSecrets;
        if (passphrase is null)
            _rsa.ImportFromPem(privateKeyPem);
        else
            _rsa.ImportFromEncryptedPem(privateKeyPem, passphrase);
    }

    /// <summary>App secrets that may have signed. Secret.</summary>
    public IReadOnlyList<string> AppSecrets { get; }

    /// <inheritdoc/>
    public void Dispose() => _rsa.Dispose();

    /// <exception cref="CryptographicException">The key was not encrypted for this one.</exception>
    internal byte[] DecryptKey(byte[] encrypted)
    {
        lock (_lock)
            return _rsa.Decrypt(encrypted, RSAEncryptionPadding.OaepSHA256);
    }
}
