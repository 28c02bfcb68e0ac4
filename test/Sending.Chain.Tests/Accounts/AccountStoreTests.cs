using System.Text.Json.Nodes;
using Sending.Chain.Accounts;
using Sending.Chain.Errors;
using Sending.Testing;

namespace Sending.Chain.Tests.Accounts;

public sealed class AccountStoreTests : IDisposable
{
    private const string Password = "correct horse";

    private readonly TemporaryFolder _folder = new();
    private readonly AccountStore _store;

    public AccountStoreTests() => _store = new AccountStore(_folder.File("keystores"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_new_account_is_found_and_opened_by_name_and_address()
    {
        var created = await CreateAsync("alice");
        Assert.Equal(created, await _store.FindAsync("alice", default));
        Assert.Equal(created.Address, (await _store.UnlockAsync("alice", Password, default)).Address);
        Assert.Equal("alice", (await _store.UnlockAsync(created.Address!.ToLowerInvariant(), Password, default)).Name);
        Assert.Equal([created], await _store.ListAsync(default));
    }

    [Fact]
    public async Task The_file_is_a_version_3_keystore_as_geth_writes_it()
    {
        var created = await CreateAsync("alice");
        var json = JsonNode.Parse(await File.ReadAllTextAsync(created.Path))!;
        Assert.Equal(3, (int)json["version"]!);
        Assert.Equal(created.Address![2..].ToLowerInvariant(), (string)json["address"]!);
        Assert.True(Guid.TryParse((string)json["id"]!, out _));
        Assert.Equal("aes-128-ctr", (string)json["crypto"]!["cipher"]!);
        Assert.Equal("scrypt", (string)json["crypto"]!["kdf"]!);
        Assert.Equal((4096, 8, 1, 32), ((int)json["crypto"]!["kdfparams"]!["n"]!, (int)json["crypto"]!["kdfparams"]!["r"]!, (int)json["crypto"]!["kdfparams"]!["p"]!, (int)json["crypto"]!["kdfparams"]!["dklen"]!));
    }

    [Fact]
    public async Task Only_the_owner_may_read_it()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var created = await CreateAsync("alice");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(created.Path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_store.Folder));
        Assert.Equal([created.Path], Directory.GetFiles(_store.Folder));
    }

    [Fact]
    public async Task A_keystore_is_never_overwritten()
    {
        var created = await CreateAsync("alice");
        var before = await File.ReadAllTextAsync(created.Path);
        Assert.Equal(ErrorCode.AccountExists, (await RefusalAsync(() => CreateAsync("alice"))).Code);
        Assert.Equal(before, await File.ReadAllTextAsync(created.Path));
    }

    [Fact]
    public async Task Of_two_at_once_one_wins_and_the_other_is_told()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            try
            {
                return (await CreateAsync("alice")).Address;
            }
            catch (SendingException error) when (error.Code == ErrorCode.AccountExists)
            {
                return null;
            }
        }));
        var winner = Assert.Single(results, address => address is not null);
        Assert.Equal(winner, (await _store.UnlockAsync("alice", Password, default)).Address);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../alice")]
    [InlineData("-alice")]
    [InlineData("a b")]
    [InlineData("ä")]
    public async Task A_name_is_plain(string name)
        => Assert.Equal(ErrorCode.InvalidInput, (await RefusalAsync(() => CreateAsync(name))).Code);

    [Fact]
    public async Task A_wrong_password_is_told_from_a_broken_file()
    {
        await CreateAsync("alice");
        var error = await RefusalAsync(() => _store.UnlockAsync("alice", "wrong", default));
        Assert.Equal(ErrorCode.WrongPassword, error.Code);
        Assert.DoesNotContain("wrong\"", error.Message);
    }

    [Theory]
    [InlineData("alice")]
    [InlineData("0x70997970C51812dc3A010C7d01b50e0d17dc79C8")]
    public async Task An_unknown_account_is_told(string name)
    {
        var error = await RefusalAsync(() => _store.UnlockAsync(name, Password, default));
        Assert.Equal(ErrorCode.AccountNotFound, error.Code);
        Assert.Contains(name, error.Message);
    }

    [Fact]
    public async Task A_truncated_file_is_told_and_does_not_hide_the_others()
    {
        var alice = await CreateAsync("alice");
        var bob = await CreateAsync("bob");
        await File.WriteAllTextAsync(alice.Path, (await File.ReadAllTextAsync(alice.Path))[..100]);
        var error = await RefusalAsync(() => _store.UnlockAsync("alice", Password, default));
        Assert.Equal(ErrorCode.InvalidKeystore, error.Code);
        Assert.Contains("truncated", error.Message);

        var listed = await _store.ListAsync(default);
        Assert.Equal(["alice", "bob"], listed.Select(account => account.Name));
        Assert.Contains("truncated", listed[0].Problem);
        Assert.Equal(bob, listed[1]);
    }

    [Theory]
    [InlineData("""{"version":1}""", "version 1")]
    [InlineData("""{"version":4,"crypto":{}}""", "version 4")]
    [InlineData("""{"version":"3"}""", "version 3")]
    [InlineData("""{"crypto":{}}""", "no version")]
    [InlineData("""{"version":3}""", "no complete keystore")]
    [InlineData("""{"version":3,"crypto":{"cipher":"aes-128-ctr"}}""", "no complete keystore")]
    [InlineData("[]", "no version")]
    public async Task Another_format_is_told(string json, string why)
    {
        Directory.CreateDirectory(_store.Folder);
        await File.WriteAllTextAsync(Path.Combine(_store.Folder, "alice.json"), json);
        var error = await RefusalAsync(() => _store.UnlockAsync("alice", Password, default));
        Assert.Equal(ErrorCode.InvalidKeystore, error.Code);
        Assert.Contains(why, error.Message);
    }

    [Theory]
    [InlineData("ciphertext", "00")]
    [InlineData("kdf", "argon2")]
    [InlineData("mac", "xyz")]
    public async Task A_damaged_part_is_told(string member, string value)
    {
        var created = await CreateAsync("alice");
        var json = JsonNode.Parse(await File.ReadAllTextAsync(created.Path))!;
        json["crypto"]![member] = value;
        await File.WriteAllTextAsync(created.Path, json.ToJsonString());
        var error = await RefusalAsync(() => _store.UnlockAsync("alice", Password, default));
        Assert.Contains(error.Code, new[] { ErrorCode.InvalidKeystore, ErrorCode.WrongPassword });
    }

    [Fact]
    public async Task A_key_that_is_not_the_stated_address_is_told()
    {
        var created = await CreateAsync("alice");
        var json = JsonNode.Parse(await File.ReadAllTextAsync(created.Path))!;
        json["address"] = "70997970c51812dc3a010c7d01b50e0d17dc79c8";
        await File.WriteAllTextAsync(created.Path, json.ToJsonString());
        Assert.Contains("another address", (await RefusalAsync(() => _store.UnlockAsync("alice", Password, default))).Message);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_told()
    {
        var created = await CreateAsync("alice");
        using var held = new FileStream(created.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var error = await RefusalAsync(() => _store.UnlockAsync("alice", Password, default));
        Assert.Equal(ErrorCode.InvalidKeystore, error.Code);
        Assert.Contains("cannot be read", error.Message);
    }

    [Fact]
    public async Task An_imported_key_keeps_its_address()
    {
        var key = PrivateKeyText.FromHex("0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d");
        var added = await _store.AddAsync("second", key, Password, KeystoreStrength.Devnet, default);
        Assert.Equal("0x70997970C51812dc3A010C7d01b50e0d17dc79C8", added.Address);
        Assert.Equal(key.GetPrivateKey(), (await _store.UnlockAsync("second", Password, default)).Key.GetPrivateKey());
    }

    private static Task<SendingException> RefusalAsync(Func<Task> action) => Assert.ThrowsAsync<SendingException>(action);

    private Task<StoredAccount> CreateAsync(string name) => _store.CreateAsync(name, Password, KeystoreStrength.Devnet, default);
}
