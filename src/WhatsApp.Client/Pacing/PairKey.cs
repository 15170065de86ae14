using System.Security.Cryptography;
using System.Text;

namespace WhatsApp.Client.Pacing;

/// <summary>
/// Turns a person or group into a number, quickly and without allocating: SipHash-2-4 under a secret key, so that a shared counter or a dump
/// of the process gives no phone numbers away.
/// </summary>
internal readonly struct PairKey
{
    private readonly ulong _k0;
    private readonly ulong _k1;

    public PairKey(string? secret)
    {
        Span<byte> key = stackalloc byte[SHA256.HashSizeInBytes];
        if (secret is null)
            RandomNumberGenerator.Fill(key);
        else
            SHA256.HashData(Encoding.UTF8.GetBytes(secret), key);
        _k0 = BitConverter.ToUInt64(key);
        _k1 = BitConverter.ToUInt64(key[8..]);
    }

    /// <summary>Never zero, which means nobody.</summary>
    public ulong Of(Recipient recipient)
    {
        var hash = recipient switch
        {
            Recipient.Phone phone => Hash(1, phone.Number.AsSpan().TrimStart('+')),
            Recipient.User user => Hash(2, user.UserId),
            Recipient.Group group => Hash(3, group.GroupId),
            _ => 0UL,
        };
        return Math.Max(1, hash);
    }

    private ulong Hash(ulong kind, ReadOnlySpan<char> text)
    {
        var state = new SipState(_k0, _k1);
        state.Add(kind);
        var word = 0UL;
        for (var i = 0; i < text.Length; i++)
        {
            word = (word << 16) | text[i];
            if (i % 4 == 3)
            {
                state.Add(word);
                word = 0;
            }
        }

        state.Add(word);
        state.Add((ulong)text.Length);
        return state.Finish();
    }

    private struct SipState(ulong k0, ulong k1)
    {
        private ulong _v0 = k0 ^ 0x736f6d6570736575, _v1 = k1 ^ 0x646f72616e646f6d, _v2 = k0 ^ 0x6c7967656e657261, _v3 = k1 ^ 0x7465646279746573;

        public void Add(ulong word)
        {
            _v3 ^= word;
            Round();
            Round();
            _v0 ^= word;
        }

        public ulong Finish()
        {
            _v2 ^= 0xff;
            for (var i = 0; i < 4; i++)
                Round();
            return _v0 ^ _v1 ^ _v2 ^ _v3;
        }

        private void Round()
        {
            _v0 += _v1;
            _v1 = ulong.RotateLeft(_v1, 13) ^ _v0;
            _v0 = ulong.RotateLeft(_v0, 32);
            _v2 += _v3;
            _v3 = ulong.RotateLeft(_v3, 16) ^ _v2;
            _v0 += _v3;
            _v3 = ulong.RotateLeft(_v3, 21) ^ _v0;
            _v2 += _v1;
            _v1 = ulong.RotateLeft(_v1, 17) ^ _v2;
            _v2 = ulong.RotateLeft(_v2, 32);
        }
    }
}
