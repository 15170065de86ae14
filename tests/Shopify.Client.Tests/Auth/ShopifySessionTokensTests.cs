using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Shopify.Client.Auth;
using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.Auth;

public sealed class ShopifySessionTokensTests
{
    private const string Secret = "shpss_test_secret";
    private const string ClientId = "a1b2c3d4e5f60718293a4b5c6d7e8f90";

    private const string Known =
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2RlbW8tc2hvcC5teXNob3BpZnkuY29tL2FkbWluIiwiZGVzdCI6Imh0dHBzOi8vZGVtby1zaG9wLm15c2hvcGlmeS5jb20iLCJhdWQiOiJhMWIyYzNkNGU1ZjYwNzE4MjkzYTRiNWM2ZDdlOGY5MCIsInN1YiI6IjQyIiwiZXhwIjoxNzYzODAwMDYwLCJuYmYiOjE3NjM4MDAwMDAsImlhdCI6MTc2MzgwMDAwMCwianRpIjoiZjg5MTIxMjktMWFmNi00Y2FkLTljYTMtNzZiMGY3NjIxMDg3Iiwic2lkIjoiYWFlYTE4MmYyNzMyZDQ0YzIzMDU3YzBmZWE1ODQwMjFhNDQ4NWIyYmQyNWQzZWI3ZmQzNDkzMTNhZDI0YzY4NSJ9.2L0GTociJqFkfQUIYWXe4Bqmq26shEa2GG3uErqNgc0";

    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1763800030);

    [Fact]
    public void Verify_KnownToken_GivesWhoAndWhere()
    {
        var result = ShopifySessionTokens.Verify(Known, ClientId, [Secret], At);

        Assert.True(result.IsValid);
        Assert.Equal(
            new ShopifySessionToken
            {
                Shop = ShopDomain.Parse("demo-shop"),
                UserId = "42",
                TokenId = "f8912129-1af6-4cad-9ca3-76b0f7621087",
                SessionId = "aaea182f2732d44c23057c0fea584021a4485b2bd25d3eb7fd349313ad24c685",
                ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(1763800060),
            },
            result.Token);
    }

    [Theory]
    [InlineData(-11, ShopifySessionTokenProblem.NotYetValid)]
    [InlineData(-10, ShopifySessionTokenProblem.None)]
    [InlineData(69, ShopifySessionTokenProblem.None)]
    [InlineData(70, ShopifySessionTokenProblem.Expired)]
    public void Verify_Times_HaveTenSecondsLeeway(int seconds, ShopifySessionTokenProblem expected) =>
        Assert.Equal(expected, ShopifySessionTokens.Verify(Known, ClientId, [Secret], DateTimeOffset.FromUnixTimeSeconds(1763800000 + seconds)).Problem);

    [Fact]
    public void Verify_SeveralSecrets_EitherWillDo()
    {
        Assert.True(ShopifySessionTokens.Verify(Known, ClientId, ["new", "", Secret], At).IsValid);
        Assert.Equal(ShopifySessionTokenProblem.WrongSignature, ShopifySessionTokens.Verify(Known, ClientId, ["new", ""], At).Problem);
        Assert.Equal(ShopifySessionTokenProblem.WrongSignature, ShopifySessionTokens.Verify(Known, ClientId, [], At).Problem);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a.b.c")]
    [InlineData("a.b.c.d")]
    [InlineData("..")]
    [InlineData("e30.e30.!!")]
    [InlineData("bnVsbA.bnVsbA.AA")]
    public void Verify_NoToken_IsMalformed(string? token) =>
        Assert.Equal(ShopifySessionTokenProblem.Malformed, ShopifySessionTokens.Verify(token, ClientId, [Secret], At).Problem);

    [Theory]
    [InlineData("""{"alg":"none"}""")]
    [InlineData("""{"alg":"hs256"}""")]
    [InlineData("""{"alg":"HS512"}""")]
    [InlineData("""{"alg":"RS256"}""")]
    [InlineData("""{}""")]
    [InlineData("""{"alg":["HS256"]}""")]
    [InlineData("""{"alg":"HS256","crit":["exp"]}""")]
    public void Verify_OtherAlgorithm_IsRefused(string header) =>
        Assert.Equal(ShopifySessionTokenProblem.WrongAlgorithm, ShopifySessionTokens.Verify(Make(Claims(), header), ClientId, [Secret], At).Problem);

    [Theory]
    [InlineData("\"aud\":\"another-app\"", ShopifySessionTokenProblem.WrongAudience)]
    [InlineData("\"aud\":[\"a1b2c3d4e5f60718293a4b5c6d7e8f90\"]", ShopifySessionTokenProblem.WrongAudience)]
    [InlineData("\"aud\":null", ShopifySessionTokenProblem.WrongAudience)]
    [InlineData("\"dest\":\"https://evil.example\"", ShopifySessionTokenProblem.WrongShop)]
    [InlineData("\"dest\":\"https://demo-shop.myshopify.com.evil.example\"", ShopifySessionTokenProblem.WrongShop)]
    [InlineData("\"dest\":\"http://demo-shop.myshopify.com\"", ShopifySessionTokenProblem.WrongShop)]
    [InlineData("\"dest\":\"https://other-shop.myshopify.com\"", ShopifySessionTokenProblem.WrongShop)]
    [InlineData("\"dest\":\"https://demo-shop.myshopify.com/x\"", ShopifySessionTokenProblem.WrongShop)]
    [InlineData("\"dest\":null", ShopifySessionTokenProblem.WrongShop)]
    [InlineData("\"iss\":\"https://other-shop.myshopify.com/admin\"", ShopifySessionTokenProblem.WrongShop)]
    [InlineData("\"iss\":\"https://demo-shop.myshopify.com.evil.example/admin\"", ShopifySessionTokenProblem.WrongShop)]
    [InlineData("\"iss\":null", ShopifySessionTokenProblem.WrongShop)]
    [InlineData("\"exp\":null", ShopifySessionTokenProblem.Malformed)]
    [InlineData("\"exp\":\"1763800060\"", ShopifySessionTokenProblem.Malformed)]
    [InlineData("\"nbf\":1e300", ShopifySessionTokenProblem.Malformed)]
    [InlineData("\"exp\":1763799000", ShopifySessionTokenProblem.Expired)]
    [InlineData("\"nbf\":1763900000", ShopifySessionTokenProblem.NotYetValid)]
    [InlineData("\"dest\":\"demo-shop.myshopify.com\"", ShopifySessionTokenProblem.None)]
    [InlineData("\"sub\":null", ShopifySessionTokenProblem.None)]
    public void Verify_OneClaimChanged_IsJudged(string claim, ShopifySessionTokenProblem expected) =>
        Assert.Equal(expected, ShopifySessionTokens.Verify(Make(Claims(claim)), ClientId, [Secret], At).Problem);

    public static TheoryData<string> Attacks => [.. AttackTable.Keys];

    /// <summary>The ways to forge a token, one row each, and what is said about it.</summary>
    private static Dictionary<string, (string Token, ShopifySessionTokenProblem Problem)> AttackTable { get; } = new()
    {
        ["none algorithm, unsigned"] = (Unsigned("""{"alg":"none","typ":"JWT"}"""), ShopifySessionTokenProblem.Malformed),
        ["none algorithm, some signature"] = (Unsigned("""{"alg":"none","typ":"JWT"}""") + "AA", ShopifySessionTokenProblem.WrongAlgorithm),
        ["none algorithm, signed all the same"] = (Make(Claims(), """{"alg":"none"}"""), ShopifySessionTokenProblem.WrongAlgorithm),
        ["None with a capital"] = (Make(Claims(), """{"alg":"None"}"""), ShopifySessionTokenProblem.WrongAlgorithm),
        ["public-key algorithm"] = (Make(Claims(), """{"alg":"RS256"}"""), ShopifySessionTokenProblem.WrongAlgorithm),
        ["unsigned but for the right header"] = (Unsigned("""{"alg":"HS256","typ":"JWT"}""") + "AA", ShopifySessionTokenProblem.WrongSignature),
        ["other secret"] = (Make(Claims(), secret: "shpss_other_secret"), ShopifySessionTokenProblem.WrongSignature),
        ["empty secret"] = (Make(Claims(), secret: ""), ShopifySessionTokenProblem.WrongSignature),
        ["client id as secret"] = (Make(Claims(), secret: ClientId), ShopifySessionTokenProblem.WrongSignature),
        ["wrong audience"] = (Make(Claims("\"aud\":\"another-app\"")), ShopifySessionTokenProblem.WrongAudience),
        ["expired"] = (Make(Claims("\"exp\":1763800019")), ShopifySessionTokenProblem.Expired),
        ["future"] = (Make(Claims("\"nbf\":1763800041")), ShopifySessionTokenProblem.NotYetValid),
        ["other shop than the issuer"] = (Make(Claims("\"dest\":\"https://other-shop.myshopify.com\"")), ShopifySessionTokenProblem.WrongShop),
        ["issuer of another shop"] = (Make(Claims("\"iss\":\"https://other-shop.myshopify.com/admin\"")), ShopifySessionTokenProblem.WrongShop),
        ["shop of another host"] = (Make(Claims("\"dest\":\"https://demo-shop.myshopify.com.evil.example\"")), ShopifySessionTokenProblem.WrongShop),
        ["huge"] = (Make(Claims($"\"sub\":\"{new string('4', 9000)}\"")), ShopifySessionTokenProblem.Malformed),
        ["ten megabytes"] = (new string('a', 10_000_000) + ".e30.AA", ShopifySessionTokenProblem.Malformed),
        ["nested deep"] = (Make(string.Concat(Enumerable.Repeat("{\"a\":", 64)) + "1" + new string('}', 64)), ShopifySessionTokenProblem.Malformed),
        ["claims changed after signing"] = (Swapped(), ShopifySessionTokenProblem.WrongSignature),
        ["a claim twice, the wrong one last"] = (Make(Claims()[..^1] + ",\"aud\":\"another-app\"}"), ShopifySessionTokenProblem.WrongAudience),
        ["extension nobody knows"] = (Make(Claims(), """{"alg":"HS256","crit":["x"]}"""), ShopifySessionTokenProblem.WrongAlgorithm),
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Attack_is_refused(string name)
    {
        var (token, problem) = AttackTable[name];

        var result = ShopifySessionTokens.Verify(token, ClientId, [Secret], At);

        Assert.Equal((problem, null), (result.Problem, result.Token));
    }

    [Fact]
    public void Verify_AnyCharacterChanged_IsRefused()
    {
        for (var at = 0; at < Known.Length - 1; at++)
        {
            if (Known[at] == '.')
                continue;
            var changed = Known[..at] + (Known[at] == 'A' ? 'B' : 'A') + Known[(at + 1)..];
            Assert.False(ShopifySessionTokens.Verify(changed, ClientId, [Secret], At).IsValid, $"position {at}");
        }
    }

    [Fact]
    public async Task ExchangeSessionToken_SendsTheGrant_OnlineAndOffline()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""{"access_token":"shpat_1","expires_in":3600,"refresh_token":"shprt_1"}""").Answers("""{"access_token":"shpua_1","expires_in":86399}""");
        var shop = ShopDomain.Parse("demo-shop");

        await fixture.OAuth.ExchangeSessionTokenAsync(shop, Known, cancellationToken: TestContext.Current.CancellationToken);
        await fixture.OAuth.ExchangeSessionTokenAsync(shop, Known, online: true, TestContext.Current.CancellationToken);

        var offline = fixture.Stub.Requests[0].Json;
        Assert.Equal("urn:ietf:params:oauth:grant-type:token-exchange", offline.GetProperty("grant_type").GetString());
        Assert.Equal((Known, "urn:ietf:params:oauth:token-type:id_token"), (offline.GetProperty("subject_token").GetString(), offline.GetProperty("subject_token_type").GetString()));
        Assert.Equal(("urn:shopify:params:oauth:token-type:offline-access-token", "1"), (offline.GetProperty("requested_token_type").GetString(), offline.GetProperty("expiring").GetString()));
        var online = fixture.Stub.Requests[1].Json;
        Assert.Equal("urn:shopify:params:oauth:token-type:online-access-token", online.GetProperty("requested_token_type").GetString());
        Assert.False(online.TryGetProperty("expiring", out _));
    }

    [Fact]
    public async Task ExchangeSessionToken_Refused_IsTypedAndHoldsNoToken()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers($$"""{"error":"invalid_subject_token","error_description":"bad {{Known[..200]}}"}""", 400);

        var failure = await Assert.ThrowsAsync<ShopifyOAuthException>(
            () => fixture.OAuth.ExchangeSessionTokenAsync(ShopDomain.Parse("demo-shop"), Known[..200], cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(ShopifyOAuthErrors.InvalidSubjectToken, failure.Error);
        Assert.DoesNotContain("eyJ", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClientCredentials_SendsTheGrant()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""{"access_token":"shpat_1","scope":"read_products","expires_in":86399}""");

        var result = await fixture.OAuth.RequestClientCredentialsAsync(ShopDomain.Parse("demo-shop"), TestContext.Current.CancellationToken);

        Assert.Equal((TimeSpan.FromSeconds(86399), null), (result.ExpiresIn, result.RefreshToken));
        Assert.Equal("""{"client_id":"client-id","client_secret":"shpss_test_secret","grant_type":"client_credentials"}""", fixture.Stub.Requests[0].Body);
    }

    [Fact]
    public async Task ClientCredentials_WithAKey_SendsAStatementThatItsPublicHalfProves()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""{"access_token":"shpat_app","scope":"read_products","expires_in":3599}""").Answers("""{"access_token":"shpat_app","expires_in":3599}""");
        using var rsa = RSA.Create(2048);
        using var key = new ShopifyAppKey(rsa.ExportPkcs8PrivateKeyPem(), "key-1");

        var result = await fixture.OAuth.RequestClientCredentialsAsync(ShopDomain.Parse("demo-shop"), key, TestContext.Current.CancellationToken);
        await fixture.OAuth.RequestClientCredentialsAsync(ShopDomain.Parse("demo-shop"), key, TestContext.Current.CancellationToken);

        Assert.Equal(("shpat_app", null), (result.AccessToken, result.RefreshToken));
        var sent = fixture.Stub.Requests[0].Json;
        Assert.Equal(("client_credentials", "client-id"), (sent.GetProperty("grant_type").GetString(), sent.GetProperty("client_id").GetString()));
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", sent.GetProperty("client_assertion_type").GetString());
        Assert.False(sent.TryGetProperty("client_secret", out _));
        var parts = sent.GetProperty("client_assertion").GetString()!.Split('.');
        Assert.True(rsa.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        Assert.Equal("""{"alg":"RS256","typ":"JWT","kid":"key-1"}""", Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[0])));
        using var claims = System.Text.Json.JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
        string? Claim(string name) => claims.RootElement.GetProperty(name).ToString();
        Assert.Equal(("client-id", "client-id", "https://demo-shop.myshopify.com/admin/oauth/access_token"), (Claim("iss"), Claim("sub"), Claim("aud")));
        Assert.Equal(120, claims.RootElement.GetProperty("exp").GetInt64() - claims.RootElement.GetProperty("iat").GetInt64());
        Assert.NotEqual(sent.GetProperty("client_assertion").GetString(), fixture.Stub.Requests[1].Json.GetProperty("client_assertion").GetString());
        Assert.Equal("ShopifyAppKey(key-1)", key.ToString());
    }

    [Fact]
    public void Key_that_is_short_or_none_is_refused()
    {
        using var rsa = RSA.Create(1024);
        var pem = rsa.ExportPkcs8PrivateKeyPem();

        Assert.DoesNotContain("PRIVATE", Assert.Throws<ArgumentException>(() => new ShopifyAppKey(pem, "key-1")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new ShopifyAppKey("hello", "key-1"));
    }

    private static string Claims(string? changed = null)
    {
        string[] claims =
        [
            "\"iss\":\"https://demo-shop.myshopify.com/admin\"", "\"dest\":\"https://demo-shop.myshopify.com\"", $"\"aud\":\"{ClientId}\"",
            "\"sub\":\"42\"", "\"exp\":1763800060", "\"nbf\":1763800000",
        ];
        return "{" + string.Join(',', claims.Select(claim => changed is not null && claim.Split(':')[0] == changed.Split(':')[0] ? changed : claim)) + "}";
    }

    private static string Unsigned(string header) =>
        $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Claims()))}.";

    private static string Swapped()
    {
        var parts = Known.Split('.');
        return $"{parts[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Claims("\"sub\":\"43\"")))}.{parts[2]}";
    }

    private static string Make(string claims, string header = """{"alg":"HS256","typ":"JWT"}""", string secret = Secret)
    {
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed)))}";
    }
}
