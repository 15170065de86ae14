namespace WhatsApp.Client.Tests.Messages.Samples;

internal static class ContactSamples
{
    public static readonly ContactCard Small = new(new ContactName("Shop Support") { FirstName = "Shop" })
    {
        Phones = [new("+49 30 555000", "WORK", "4930555000")],
    };

    private static readonly ContactCard Full = new(new ContactName("Dr. Mira J. Muster Jr.")
    {
        FirstName = "Mira", LastName = "Muster", MiddleName = "J.", Suffix = "Jr.", Prefix = "Dr.",
    })
    {
        Phones = [new("+49 30 555001"), new("+49 30 555002", "HOME")],
        Emails = [new("mira@shop.example", "WORK"), new("mira@home.example")],
        Addresses =
        [
            new() { Street = "Weg 1", City = "Berlin", State = "BE", Zip = "10115", Country = "Germany", CountryCode = "de", Type = "HOME" },
            new() { City = "Graz" },
        ],
        Organization = new() { Company = "Shop", Department = "Bakery", Title = "Baker" },
        Urls = [new("https://shop.example", "WORK"), new("https://mira.example")],
        Birthday = new DateOnly(1990, 2, 3),
    };

    public static IEnumerable<Sample> All =>
    [
        new(
            new ContactsMessage([Small]),
            """
            {"type":"contacts","contacts":[{"name":{"formatted_name":"Shop Support","first_name":"Shop"},
             "phones":[{"phone":"+49 30 555000","type":"WORK","wa_id":"4930555000"}]}]}
            """),
        new(
            new ContactsMessage([Full, new(new ContactName("Depot") { Suffix = "2" })]),
            """
            {"type":"contacts","contacts":[
             {"name":{"formatted_name":"Dr. Mira J. Muster Jr.","first_name":"Mira","last_name":"Muster","middle_name":"J.","suffix":"Jr.","prefix":"Dr."},
              "phones":[{"phone":"+49 30 555001"},{"phone":"+49 30 555002","type":"HOME"}],
              "emails":[{"email":"mira@shop.example","type":"WORK"},{"email":"mira@home.example"}],
              "addresses":[{"street":"Weg 1","city":"Berlin","state":"BE","zip":"10115","country":"Germany","country_code":"de","type":"HOME"},{"city":"Graz"}],
              "org":{"company":"Shop","department":"Bakery","title":"Baker"},
              "urls":[{"url":"https://shop.example","type":"WORK"},{"url":"https://mira.example"}],
              "birthday":"1990-02-03"},
             {"name":{"formatted_name":"Depot","suffix":"2"}}]}
            """),
    ];
}
