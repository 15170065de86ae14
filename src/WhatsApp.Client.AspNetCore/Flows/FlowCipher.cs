using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace WhatsApp.Client.AspNetCore;

/// <summary>
/// AES-GCM as flows use it, with an initial vector of 16 bytes, which the framework's own does not take. The answer is encrypted under the same key with every bit of
/// the vector turned.
/// </summary>
internal static class FlowCipher
{
    private const int TagBits = 128;

    /// <exception cref="CryptographicException">It was changed, or encrypted under another key.</exception>
    public static byte[] Decrypt(byte[] key, byte[] vector, byte[] cipherTextAndTag)
    {
        try
        {
            return Run(forEncryption: false, key, vector, cipherTextAndTag);
        }
        catch (Exception exception) when (exception is CryptoException or ArgumentException)
        {
            throw new CryptographicException("What the flow sent cannot be decrypted.", exception);
        }
    }

    public static byte[] EncryptAnswer(byte[] key, byte[] vector, byte[] plain)
    {
        var turned = Array.ConvertAll(vector, static one => (byte)~one);
        return Run(forEncryption: true, key, turned, plain);
    }

    private static byte[] Run(bool forEncryption, byte[] key, byte[] vector, byte[] input)
    {
        var cipher = new GcmBlockCipher(new AesEngine());
        cipher.Init(forEncryption, new AeadParameters(new KeyParameter(key), TagBits, vector));
        var output = new byte[cipher.GetOutputSize(input.Length)];
        var written = cipher.ProcessBytes(input, 0, input.Length, output, 0);
        written += cipher.DoFinal(output, written);
        return written == output.Length ? output : output[..written];
    }
}
