from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Account
from wawla.model.findings import did_you_mean_key
from wawla.reading.paths import NETWORKS


class NetworkIsRegistered(Rule):
    """The network an account comes from is in the register of networks.

    The register says what the network calls itself, where it is, and how that is known.

    To put it right, use a key of accounts_of_practice/networks.yml, or add the network there.
    """

    kind = Account
    good = [Good("network: example\n")]
    bad = [Bad("network: exmaple\n", says="network 'exmaple' is not in the register of networks")]

    def check(self, account: Account, library: Library) -> Iterator[RuleHit]:
        if library.is_there(NETWORKS) and not library.is_read(NETWORKS):
            return
        if account.network not in library.networks:
            titles = {key: network.title for key, network in library.networks.items()}
            hint = did_you_mean_key(account.network, titles) + f"The networks are listed in {NETWORKS}"
            yield account.at("network"), f"network '{account.network}' is not in the register of networks", hint
