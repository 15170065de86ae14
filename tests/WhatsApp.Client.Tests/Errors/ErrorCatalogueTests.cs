using System.Globalization;

namespace WhatsApp.Client.Tests.Errors;

public sealed class ErrorCatalogueTests
{
    /// <summary>Every code the platform documents, by what to do about it; ranges are spelled out by the test.</summary>
    private static readonly (WhatsAppRetryClass Class, string Codes)[] Documented =
    [
        (WhatsAppRetryClass.NotProcessed, "4 613 80007 130429 131057 131208 133000 133004 133015 134101 139102 2494100"),
        (WhatsAppRetryClass.PairLimit, "131056"),
        (WhatsAppRetryClass.UnknownOutcome, "1 2 131000 131016 134102 139103"),
        (WhatsAppRetryClass.WaitLong, "131048 131049 131064 132015 132069 133008 133009 133016 138002 138005 138009 138012"),
        (WhatsAppRetryClass.Account, "0 3 10 33 190 200-299 368 131005 131031 131037 131042 131044 131045 133010 134011"),
        (WhatsAppRetryClass.PermanentForRecipient, "130403 130472 130497 131026 131050"),
        (WhatsAppRetryClass.FixRequest,
            "100 803 131008 131009 131020 131021 131030 131041 131047 131051 131052 131053 131055 131059 131060 131061 131062 131063 131070 " +
            "131201-131207 131209-131215 132000 132001 132005 132007 132008 132012 132016 132018 132068 133005 133006 134100 135000 136024 137000 " +
            "138000-138001 138003-138004 138006-138008 138010-138011 138013-138018 139000-139004 139100 139101 147001-147005 200005-200007 1752041 " +
            "2388012 2388019 2388039 2388040 2388047 2388072 2388073 2388091 2388093 2388103 2388293 2388299 2494164-2494179 2494191 2593107-2593109"),
    ];

    public static TheoryData<int, WhatsAppRetryClass> Codes
    {
        get
        {
            var rows = new TheoryData<int, WhatsAppRetryClass>();
            foreach (var (retryClass, codes) in Documented)
            {
                foreach (var range in codes.Split(' ').Select(part => part.Split('-')))
                {
                    var (first, last) = (int.Parse(range[0], CultureInfo.InvariantCulture), int.Parse(range[^1], CultureInfo.InvariantCulture));
                    for (var code = first; code <= last; code++)
                        rows.Add(code, retryClass);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Known_code_has_its_class_whatever_the_http_status(int code, WhatsAppRetryClass expected)
    {
        Assert.True(WhatsAppErrors.IsKnown(code));
        Assert.Equal(expected, WhatsAppErrors.Classify(code));
        Assert.All([200, 400, 401, 429, 500, 503], status => Assert.Equal(expected, WhatsAppErrors.Classify(code, status)));
        Assert.Equal(expected, new WhatsAppApiException(400, code).RetryClass);
    }

    [Theory]
    [InlineData(999999, 400, WhatsAppRetryClass.FixRequest)]
    [InlineData(999999, 429, WhatsAppRetryClass.FixRequest)]
    [InlineData(999999, 500, WhatsAppRetryClass.UnknownOutcome)]
    [InlineData(-1, 503, WhatsAppRetryClass.UnknownOutcome)]
    [InlineData(131200, 400, WhatsAppRetryClass.FixRequest)]
    public void Unknown_code_is_decided_by_the_http_status(int code, int status, WhatsAppRetryClass expected)
    {
        Assert.False(WhatsAppErrors.IsKnown(code));
        Assert.Equal(expected, WhatsAppErrors.Classify(code, status));
        Assert.Equal(WhatsAppRetryClass.FixRequest, WhatsAppErrors.Classify(code));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 4)]
    [InlineData(2, 16)]
    [InlineData(3, 64)]
    [InlineData(4, 256)]
    [InlineData(6, 4096)]
    [InlineData(100, 4096)]
    [InlineData(-5, 1)]
    public void Pair_limit_waits_four_to_the_power_of_the_attempt(int attempt, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), WhatsAppErrors.PairLimitDelay(attempt));

    [Fact]
    public void Documented_waits_are_suggested()
    {
        Assert.Equal(TimeSpan.FromMinutes(1), new WhatsAppApiException(400, 131057).SuggestedDelay);
        Assert.Equal(TimeSpan.FromMinutes(5), new WhatsAppApiException(400, 133015).SuggestedDelay);
        Assert.Null(new WhatsAppApiException(400, 130429).SuggestedDelay);
        Assert.Null(new WhatsAppApiException(500, null).SuggestedDelay);
    }
}
